package outfitter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code evaluate language} says which file, line and cause when it cannot judge. */
final class EvaluateLanguageTest {
    private static final String GOOD = """
            text,intent
            hello there,greet
            good morning,greet
            hi,greet
            goodbye,bye
            see you later,bye
            so long,bye
            """;

    @TempDir
    private Path directory;

    @Test
    void whatIsNoDataEndsWithTwoAndTheLine() throws IOException {
        assertThat(judged(GOOD, "hello,greet\n", GOOD)).startsWith("2 validate.csv:1: the header");
        assertThat(judged(GOOD + "why,once\n", GOOD, GOOD)).startsWith("2 train.csv:8: \"once\" has one example");
        assertThat(judged(GOOD, GOOD, GOOD)).startsWith("2 test.csv: no text is labelled \"oos\"");
    }

    /** The status, and what was said, without the directory. */
    private String judged(String train, String validate, String test) throws IOException {
        StringWriter said = new StringWriter();
        CommandLine line = Main.commandLine().setErr(new PrintWriter(said, true));
        int status = line.execute(
                "evaluate",
                "language",
                "--train",
                file("train", train),
                "--validate",
                file("validate", validate),
                "--test",
                file("test", test),
                "--unknown",
                "oos");
        return status + " " + said.toString().replace("outfitter: " + directory + "/", "");
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name + ".csv"), content).toString();
    }
}
