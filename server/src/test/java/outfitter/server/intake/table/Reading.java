package outfitter.server.intake.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import outfitter.models.intake.Fact;

/** A file as it was read: the facts, and the rows that were put aside. */
record Reading(Survey survey, List<Fact> facts, List<Rejected> rejected) {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    static Reading of(Kind kind, String... lines) {
        return of(kind, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(Kind kind, Charset charset, String... lines) {
        return of(kind, (String.join("\n", lines) + "\n").getBytes(charset));
    }

    static Reading of(Kind kind, byte[] bytes) {
        try {
            Path file = Files.createTempFile("outfitter", ".csv");
            try {
                Files.write(file, bytes);
                return read(kind, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzipped(String text) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading read(Kind kind, Path file) throws IOException {
        Survey survey = Survey.of(new Source(file), kind, Optional.empty(), "GBP", NOW, passed -> {});
        List<Fact> facts = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        long rows = 0;
        try (Groups groups = new Groups(survey, NOW, passed -> {})) {
            for (Optional<Told> told = groups.next(); told.isPresent(); told = groups.next()) {
                for (Tale tale : told.get().tales()) {
                    facts.add(tale.fact());
                    rows += tale.rows().size();
                }
                rejected.addAll(told.get().rejected());
            }
        }
        if (rows + rejected.size() != survey.rows())
            throw new AssertionError(rows + " told + " + rejected.size() + " rejected of " + survey.rows());
        return new Reading(survey, facts, rejected);
    }

    <F extends Fact> List<F> facts(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** As "line: reason". */
    List<String> reasons() {
        return rejected.stream().map(each -> each.line() + ": " + each.reason()).toList();
    }
}
