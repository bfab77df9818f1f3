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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.json.Json;

/** {@code outfitter import}, from the command line to the embedded PostgreSQL. */
class ImportCommandTest {
    @TempDir
    private Path folder;

    private record Ended(int status, String out, String err) {
        JsonNode figures() {
            List<String> lines = out.lines().toList();
            return Json.read(lines.get(lines.size() - 1), JsonNode.class);
        }
    }

    @Test
    void aFileIsImportedAndItsFiguresPrinted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("goods.csv"),
                "sku,title,price\nES,Eel sock,4.50\nES,Eel sock again,4.50\nWX,Wax,9.50\n");

        Ended ended = run(
                "import",
                "products",
                file.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--json");

        assertThat(ended.status()).isZero();
        assertThat(ended.figures().path("read").asLong()).isEqualTo(3);
        assertThat(ended.figures().path("stored").asLong()).isEqualTo(2);
        assertThat(ended.figures().path("unchanged").asLong()).isZero();
        assertThat(ended.figures().path("rejected").asLong()).isEqualTo(1);
        assertThat(ended.figures().path("seconds").asDouble()).isPositive();
        assertThat(Files.readAllLines(folder.resolve("goods.csv.rejected.csv")))
                .contains("3,sku ES stands already on line 2,ES,Eel sock again,4.50");
    }

    @Test
    void wrongUsageIsOneLineAndStatusTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("goods.csv"), "name,price\nEel sock,4.50\n");

        assertThat(run("import", "orders", "nowhere.csv").err()).isEqualTo("outfitter: there is no file nowhere.csv\n");
        assertThat(run("import", "hats", file.toString()).status()).isEqualTo(2);
        Ended ended = run(
                "import",
                "products",
                file.toString(),
                "--data",
                folder.resolve("data").toString());
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("outfitter: " + file + ": line 1: missing column sku (found: name, price)\n");
    }

    private static Ended run(String... words) {
        StringWriter err = new StringWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int status = Main.commandLine().setErr(new PrintWriter(err, true)).execute(words);
            return new Ended(status, out.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(before);
        }
    }
}
