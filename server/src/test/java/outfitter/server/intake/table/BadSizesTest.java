package outfitter.server.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import outfitter.models.intake.OrderFact;

/** Files that are larger than they should be, in one direction or another. */
class BadSizesTest {
    private static final String HEADER = "order,ordered_at,customer,country,sku,title,quantity,unit_price\n";
    private static final int MEGABYTE = 1 << 20;

    @Test
    void aLineOfAHundredMegabytesIsNamedAndTheRestIsKept() throws Exception {
        byte[] file = packed(HEADER + row(1), 100, "\n" + row(2));

        Reading reading = Reading.of(Kind.ORDERS, file);

        assertThat(reading.reasons()).containsExactly("3: the line has more than 1,048,576 characters");
        assertThat(reading.rejected().get(0).row().fields().get(0).length()).isEqualTo(1_000);
        assertThat(reading.facts(OrderFact.class)).extracting(OrderFact::number).containsExactly("1", "2");
    }

    @Test
    void aFileWithoutALineBreakIsNoTable() throws Exception {
        byte[] file = packed("order,", 100, "");

        assertThatThrownBy(() -> Reading.of(Kind.ORDERS, file))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("line 1: the line has more than 1,048,576 characters");
    }

    @Test
    void aQuotedFieldThatNeverEndsCostsItsOwnRowHoweverMuchFollows() {
        String[] lines = IntStream.range(0, 100_000).mapToObj(BadSizesTest::row).toArray(String[]::new);
        String file = HEADER + "0,2026-03-01,7,GB,ES,\"Sock,2,4.50\n" + String.join("", lines);

        Reading reading = Reading.of(Kind.ORDERS, file.getBytes(StandardCharsets.UTF_8));

        assertThat(reading.reasons()).containsExactly("2: a quote is not closed");
        assertThat(reading.survey().rows()).isEqualTo(100_001);
    }

    @Test
    void linesEndInAnyWayAndWhereverTheBufferDoes() {
        String text = "a".repeat(65_535) + "\r\n" + "b".repeat(65_535) + "\n\n" + "c\rd";
        Lines lines = new Lines(new java.io.StringReader(text));

        assertThat(IntStream.range(0, 6).mapToObj(i -> next(lines)))
                .containsExactly("a".repeat(65_535), "b".repeat(65_535), "", "c", "d", null);
    }

    @Test
    void ofAnyNumberOfOrdersThoseThatCameBeforeAreKnown() {
        Ended ended = new Ended(1_000);
        for (int i = 0; i < 200_000; i++) ended.add("order " + i);

        assertThat(IntStream.range(0, 200_000)).allMatch(i -> ended.has("order " + i));
        assertThat(IntStream.range(200_000, 400_000).filter(i -> ended.has("order " + i)))
                .hasSizeLessThan(20);
    }

    @Test
    void whenVeryManyOrdersAreScatteredAllAreTakenForSuch() {
        Scattered scattered = new Scattered(2);
        scattered.add("1");
        scattered.add("2");

        assertThat(scattered.has("3")).isFalse();
        scattered.add("3");

        assertThat(scattered.has("3")).isTrue();
        assertThat(scattered.has("4")).isTrue();
    }

    private static @Nullable String next(Lines lines) {
        try {
            return lines.next();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String row(int order) {
        return order + ",2026-03-01,7,GB,ES,Sock,2,4.50\n";
    }

    private static byte[] packed(String before, int megabytes, String after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] much = new byte[MEGABYTE];
        Arrays.fill(much, (byte) 'x');
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) out.write(much);
            out.write(after.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
