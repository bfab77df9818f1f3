package outfitter.recommender.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderMeasuresTest {
    private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
    private static final int SETS = 40;

    @TempDir
    Path folder = Path.of("");

    @Test
    void findsWhatIsBoughtInSets() throws IOException {
        Path orders = file("orders.csv", orders(2400));

        CrossSell.Figures figures = CrossSell.run(orders, FROM, news -> {});

        assertThat(figures.anchorHr10()).isGreaterThan(0.95);
        assertThat(figures.anchorAny10()).isGreaterThanOrEqualTo(figures.anchorHr10());
        assertThat(figures.cartHr10()).isGreaterThan(0.9);
        assertThat(figures.popularityCartHr10()).isLessThan(0.5);
        assertThat(figures.coverage()).isGreaterThan(0.9);
    }

    @Test
    void findsWhatACustomerAlwaysOrders() throws IOException {
        Path orders = file("orders.csv", orders(2400));

        NextBasket.Figures figures = NextBasket.run(orders, news -> {});

        assertThat(figures.baselineRecall10()).isGreaterThan(0.9);
        assertThat(figures.recall10()).isGreaterThan(0.9);
        assertThat(figures.popularityRecall10()).isLessThan(0.5);
        assertThat(figures.customers()).isEqualTo(SETS);
    }

    @Test
    void aHandfulOfOrdersIsNoTrouble() throws IOException {
        Path orders = file("few.csv", """
            sku,order,ordered_at
            a,1,2025-01-01
            b,1,2025-01-01
            c,2,2025-12-01
            a,2,2025-12-01
            b,2,2025-12-01
            """);

        CrossSell.Figures figures = CrossSell.run(orders, FROM, news -> {});

        assertThat(figures.orders()).isEqualTo(1);
        assertThat(figures.anchorHr10()).isEqualTo(1);
        assertThat(figures.popularityHr10()).isEqualTo(1);
    }

    @Test
    void whatCameBackWasNotOrdered() throws IOException {
        Path orders = file("returns.csv", """
            order,ordered_at,sku,quantity
            1,2025-01-01,a,2
            1,2025-01-01,b,1
            2,2025-01-05,a,-2
            3,2025-12-01,a,1
            3,2025-12-01,b,1
            4,2025-12-05,b,-1
            4,2025-12-05,a,0
            """);

        assertThat(CrossSell.run(orders, FROM, news -> {}).orders()).isEqualTo(1);
    }

    @Test
    void anOrderFileAsExcelWritesItIsRead() throws IOException {
        Path orders = file("excel.csv", """
            \uFEFF"order","ordered_at","sku"\r
            "1","2025-01-01","a"\r
            "1","2025-01-01","b"\r
            "2","2025-12-01","a"\r
            "2","2025-12-01","b"\r
            """);

        assertThat(CrossSell.run(orders, FROM, news -> {}).orders()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        String heading = "ordered_at,order,sku,unit_price\n";
        Path empty = file("empty", "");
        Path noSku = file("no-sku", "order,ordered_at\n1,2025-01-01\n");
        Path onlyHeading = file("heading", heading);
        Path wrongDate = file("date", heading + "2025-01-01,1,a,1\nyesterday,2,b,1\n");
        Path wrongPrice = file("price", heading + "2025-01-01T10:00:00Z,1,a,much\n");
        Path shortLine = file("short", heading + "2025-01-01 10:00\n");
        Path single = file("single", heading + "2025-01-01,1,a,1\n2025-12-01,2,a,1\n");
        Path wrongQuantity = file("quantity", "order,ordered_at,sku,quantity\n1,2025-01-01,a,two\n");
        Path openQuote = file("quote", heading + "2025-01-01,1,a,1\n2025-01-01,1,\"b,1\n2025-01-01,1,c,1\n");
        Path binary = file("binary", "\u0000\u0001".repeat(500));
        Path cutGzip = folder.resolve("cut.gz");
        Files.write(cutGzip, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        Path onlyOld = file("old", heading + "2025-01-01,1,a,-3\n");

        assertRefused(empty, empty + ", line 1: is empty");
        assertRefused(noSku, noSku + ", line 1: the heading has no column 'sku'");
        assertRefused(onlyHeading, onlyHeading + ", line 2: there is no order below the heading");
        assertRefused(wrongDate, wrongDate + ", line 3: ordered_at 'yesterday' is no time");
        assertRefused(wrongPrice, wrongPrice + ", line 2: unit_price 'much' is no number");
        assertRefused(shortLine, shortLine + ", line 2: has 1 columns, too few");
        assertRefused(wrongQuantity, wrongQuantity + ", line 2: quantity 'two' is no number");
        assertRefused(openQuote, openQuote + ", line 3: is no CSV: a quotation mark is never closed");
        assertRefused(binary, binary + ", line 1: the heading has no column 'order': \uFFFD\uFFFD");
        assertRefused(cutGzip, cutGzip + ": is packed and cannot be unpacked");
        assertRefused(single, single + ": no order from the date on has two products");
        assertRefused(onlyOld, onlyOld + ": no order from 2025-11-01 on to ask about");
        assertThatThrownBy(() -> NextBasket.run(onlyOld, news -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no customer has placed two orders");
    }

    private static void assertRefused(Path orders, String message) {
        assertThatThrownBy(() -> CrossSell.run(orders, FROM, news -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Each customer orders their own set of four again and again, one a quarter of an hour, over a year. */
    private static String orders(int count) {
        Random random = new Random(9);
        StringBuilder text = new StringBuilder("\uFEFFtitle,sku,order,customer,ordered_at,unit_price\n");
        for (int order = 0; order < count; order++) {
            int set = random.nextInt(SETS);
            LocalDate day = LocalDate.of(2025, 1, 1).plusDays(order * 360L / count);
            for (int piece = 0; piece < 4; piece++) {
                text.append(String.format(
                        "\"Set %d, piece %d\",s%d-%d,%d,c%d,%sT10:00:00Z,%d.5%n",
                        set, piece, set, piece, order, set, day, 5 + set));
            }
        }
        return text.toString();
    }
}
