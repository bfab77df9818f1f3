package outfitter.server.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import outfitter.server.StartFailure;

/** Runs PostgreSQL's programs: as a plain user even for root, and out of reach of the terminal's Ctrl-C. */
final class Programs {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private Programs() {}

    /** Runs to the end; its words become the failure's when it fails. */
    static void run(List<String> command) throws IOException {
        Path words = Files.createTempFile("outfitter", ".log");
        try {
            Process process = builder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(words.toFile())
                    .start();
            if (process.waitFor() != 0) {
                String said = Files.readString(words, StandardCharsets.UTF_8).strip();
                throw new StartFailure(Path.of(command.get(0)).getFileName() + " failed: " + advice(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    /** Starts a program that keeps running; what it says goes to the end of {@code log}. */
    static Process start(List<String> command, Path log) throws IOException {
        return builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** PostgreSQL refuses root, but takes a user name space in which root is nobody. */
    private static ProcessBuilder builder(List<String> command) {
        List<String> words = new ArrayList<>();
        if (ROOT) words.addAll(List.of("unshare", "-U"));
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) words.add("setsid");
        words.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        return builder;
    }

    private static String advice(String said) {
        String last = said.lines().reduce((first, second) -> second).orElse("no reason given");
        boolean namespace = ROOT && said.contains("unshare");
        return namespace ? last + "; PostgreSQL does not run as root here: start as another user" : last;
    }
}
