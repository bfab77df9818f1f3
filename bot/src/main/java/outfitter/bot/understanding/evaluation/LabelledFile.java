package outfitter.bot.understanding.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Texts with their intents out of a file: CSV with the columns {@code text} and {@code intent}, in whatever order and
 * beside others, or Rasa's NLU training data in YAML, which may also be spread over a folder.
 */
record LabelledFile(Path path, List<Labelled> rows) {
    private static final String NOT_RASAS = "is not Rasa's: nothing called \"nlu\"";
    private static final String NO_DATA = "is a directory in which nothing is Rasa's training data";

    /** One text, and the file and line that it begins in. */
    record Labelled(String text, String intent, Path file, long line) {}

    LabelledFile {
        rows = List.copyOf(rows);
    }

    /** Reads {@code path}; throws {@link BadFile} with line and cause when it cannot be used. */
    static LabelledFile read(Path path) {
        List<Labelled> rows =
                Files.isDirectory(path) ? folder(path) : rows(path).orElseThrow(() -> new BadFile(path, 1, NOT_RASAS));
        if (rows.isEmpty()) throw new BadFile(path, Files.isDirectory(path) ? NO_DATA : "has no texts");
        return new LabelledFile(path, rows);
    }

    /** All that Rasa would learn intents from in a folder and those below it. */
    private static List<Labelled> folder(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(LabelledFile::isYaml)
                    .sorted()
                    .flatMap(file -> rows(file).stream())
                    .flatMap(List::stream)
                    .toList();
        } catch (IOException e) {
            throw new BadFile(path, "cannot be read: " + e.getMessage());
        }
    }

    private static boolean isYaml(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    /** Empty for YAML that is about something else. */
    private static Optional<List<Labelled>> rows(Path path) {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            passMark(reader);
            return isYaml(path) ? RasaYaml.read(path, reader) : Optional.of(csv(path, reader));
        } catch (NoSuchFileException e) {
            throw new BadFile(path, "there is no such file");
        } catch (CharacterCodingException e) {
            throw notText(path);
        } catch (IOException e) {
            throw new BadFile(path, "cannot be read: " + e.getMessage());
        }
    }

    private static List<Labelled> csv(Path path, BufferedReader reader) throws IOException {
        long begins = 1;
        try (CSVParser parser =
                CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get().parse(reader)) {
            List<Labelled> rows = new ArrayList<>();
            int text = -1;
            int intent = -1;
            for (CSVRecord row : parser) {
                if (text < 0) {
                    text = column(path, row, "text");
                    intent = column(path, row, "intent");
                } else {
                    rows.add(labelled(path, row, text, intent, begins));
                }
                begins = parser.getCurrentLineNumber() + 1;
            }
            return rows;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) throw notText(path);
            throw new BadFile(path, begins, "is not CSV: a quotation mark is never closed, or text follows one");
        }
    }

    private static int column(Path path, CSVRecord header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equalsIgnoreCase(name)) return i;
        }
        throw new BadFile(path, 1, "the header must be text,intent and has no \"" + name + "\"");
    }

    /** Passes over the mark that Excel begins a file with: before a quotation mark it would hide that. */
    private static void passMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') reader.reset();
    }

    private static BadFile notText(Path path) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        long number = 1;
        // In ISO 8859-1 every byte is a character, and in UTF-8 no part of a character looks like the end of a line.
        try (BufferedReader lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                decoder.decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)));
            }
        } catch (CharacterCodingException e) {
            return new BadFile(path, number, "is not UTF-8");
        } catch (IOException e) {
            return new BadFile(path, "cannot be read: " + e.getMessage());
        }
        return new BadFile(path, "is not UTF-8");
    }

    private static Labelled labelled(Path path, CSVRecord row, int text, int intent, long line) {
        if (row.size() <= Math.max(text, intent)) {
            throw new BadFile(path, line, "has " + row.size() + " of the columns that the header promises");
        }
        String label = row.get(intent).strip();
        if (label.isEmpty()) throw new BadFile(path, line, "the intent is empty");
        return new Labelled(row.get(text).strip(), label, path, line);
    }

    List<String> texts() {
        return rows.stream().map(Labelled::text).toList();
    }

    List<String> intents() {
        return rows.stream().map(Labelled::intent).toList();
    }

    boolean has(String intent) {
        return rows.stream().anyMatch(row -> row.intent().equals(intent));
    }

    /** Refuses what nothing can be learned from: an intent with one example, or fewer than two intents. */
    LabelledFile teaching(String unknown) {
        Map<String, Integer> seen = new HashMap<>();
        rows.forEach(row -> seen.merge(row.intent(), 1, Integer::sum));
        for (Labelled row : rows) {
            if (row.intent().equals(unknown)) continue;
            if (row.text().isEmpty()) throw new BadFile(row.file(), row.line(), "the text is empty");
            if (seen.getOrDefault(row.intent(), 0) == 1) {
                throw new BadFile(
                        row.file(),
                        row.line(),
                        "\"" + row.intent() + "\" has one example, and two are the least to learn from");
            }
        }
        seen.remove(unknown);
        if (seen.size() < 2) throw new BadFile(path, "has fewer than two intents to tell apart");
        return this;
    }
}
