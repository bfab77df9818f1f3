package outfitter.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.json.Json;
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

    @Test
    void theShopsOwnModelIsJudgedByWhatWasHeldOutFromIt() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        int status;
        try {
            status = Main.commandLine().execute("evaluate", "language", "--shop", "--json");
        } finally {
            System.setOut(before);
        }

        JsonNode figures = Json.read(told.toString(StandardCharsets.UTF_8), JsonNode.class);
        assertThat(status).isZero();
        assertThat(figures.path("utterances").asInt()).isEqualTo(755);
        assertThat(figures.path("accuracy").asDouble()).isBetween(0.8, 1.0);
        assertThat(figures.path("p99Millis").asDouble()).isPositive();
    }

    @Test
    void filesOrTheShopMustBeNamedAndNeverBoth() {
        assertThat(said("evaluate", "language")).startsWith("2 evaluate language: give --train");
        assertThat(said("evaluate", "language", "--shop", "--unknown", "oos"))
                .startsWith("2 evaluate language: --shop takes no files");
    }

    private static String said(String... arguments) {
        StringWriter said = new StringWriter();
        int status = Main.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
        return status + " " + said.toString().replace("outfitter: ", "");
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
