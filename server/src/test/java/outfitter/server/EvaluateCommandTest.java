package outfitter.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void figuresHaveTheNamesThatWereAgreed() throws IOException {
        Path sessions = Files.writeString(folder.resolve("sessions"), "1 2 3\n2 3\n1 3\n");
        Path tests = Files.writeString(folder.resolve("tests"), "1 2 | 3\n");
        Path orders = Files.writeString(folder.resolve("orders"), """
            order,ordered_at,customer,sku
            1,2025-01-01,c,a
            1,2025-01-01,c,b
            2,2025-02-01,c,a
            2,2025-02-01,c,b
            """);

        assertThat(figures("evaluate", "next-item", "--train", sessions.toString(), "--test", tests.toString()))
                .contains("hr20", "mrr20", "hr10", "mrr10", "p50Micros", "p90Micros", "p99Micros")
                .contains("bytesPerEvent", "eventsPerSecond");
        assertThat(figures("evaluate", "cross-sell", "--orders", orders.toString(), "--from", "2025-02-01"))
                .contains("anchorHr10", "anchorAny10", "cartHr10", "cartMrr20", "coldShare", "coverage");
        assertThat(figures("evaluate", "next-basket", "--orders", orders.toString()))
                .contains("recall10", "ndcg10", "phr10", "baselineRecall10");
        assertThat(figures("bench", "recommend", "--events", "2000"))
                .contains("p50Micros", "p90Micros", "p99Micros", "bytesPerEvent", "eventsPerSecond", "loadSeconds");
    }

    @Test
    void aFileThatCannotBeMeasuredIsNamedWithTheLine() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "");

        Ended ended = run("evaluate", "next-item", "--train", empty.toString(), "--test", empty.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("outfitter: " + empty + ", line 1: there is no session");
    }

    @Test
    void aDayThatIsNoneIsWrongUsage() {
        Ended ended = run("evaluate", "cross-sell", "--orders", "orders.csv", "--from", "soon");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("--from").contains("soon");
    }

    private static Iterable<String> figures(String... words) throws IOException {
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        Ended ended = run(all);
        assertThat(ended.status()).as(ended.err()).isZero();
        JsonNode json = new ObjectMapper().readTree(ended.out().strip());
        return json::fieldNames;
    }

    private record Ended(int status, String out, String err) {}

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
