package outfitter.server.intake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outfitter.models.intake.CustomerFact;
import outfitter.models.intake.LineFact;
import outfitter.models.intake.OrderFact;
import outfitter.models.intake.ReturnFact;
import outfitter.models.shop.Money;
import outfitter.models.shop.OrderState;

class OrderFilesTest {
    private static final String HEADER = "order,ordered_at,customer,country,sku,title,quantity,unit_price";

    @Test
    void theLinesOfAnOrderBecomeOneOrder() {
        Reading reading = Reading.of(
                Kind.ORDERS,
                HEADER,
                "1001,2026-03-01T07:45:00Z,77,United Kingdom,ES,Eel sock,2,4.50",
                "1001,2026-03-01T07:45:00Z,77,United Kingdom,GB-7,Peak boot,1,129.00",
                "1002,2026-03-02T07:45:00Z,,Narnia,ES,Eel sock,1,4.50");

        OrderFact first = reading.facts(OrderFact.class).get(0);
        assertThat(first.lines()).extracting(LineFact::sku).containsExactly("ES", "GB-7");
        assertThat(first.total()).isEqualTo(new Money(13_800, "GBP"));
        assertThat(first.customer()).extracting(CustomerFact::externalId).isEqualTo("77");
        assertThat(first.country()).isEqualTo("GB");
        OrderFact second = reading.facts(OrderFact.class).get(1);
        assertThat(second.customer()).isNull();
        assertThat(second.country()).isEqualTo("ZZ");
        assertThat(reading.rejected()).isEmpty();
    }

    @Test
    void linesThatStandApartComeTogether() {
        String[] lines = Stream.concat(
                        Stream.of(HEADER),
                        IntStream.range(0, 900)
                                .mapToObj(i -> (i % 300) + ",2026-03-01T07:45:00Z,77,FR,S" + i + ",T,1,4.50"))
                .toArray(String[]::new);

        Reading reading = Reading.of(Kind.ORDERS, lines);

        assertThat(reading.facts(OrderFact.class)).hasSize(300);
        assertThat(reading.facts(OrderFact.class))
                .allMatch(order -> order.lines().size() == 3);
    }

    @Test
    void aNegativeQuantityIsWhatCameBack() {
        Reading reading = Reading.of(
                Kind.ORDERS, HEADER, "1,2026-03-01,7,GB,ES,Sock,2,4.50", "1,2026-03-09,7,GB,ES,Sock,-1,4.50");

        assertThat(reading.facts(OrderFact.class))
                .singleElement()
                .matches(order -> order.lines().size() == 1);
        ReturnFact back = reading.facts(ReturnFact.class).get(0);
        assertThat(back.order() + " " + back.sku() + " " + back.quantity()).isEqualTo("1 ES 1");
        assertThat(back.settledAt()).isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
    }

    @Test
    void aQuoteThatNeverClosesCostsItsOwnRowOnly() {
        Reading reading = Reading.of(
                Kind.ORDERS,
                HEADER,
                "1,2026-03-01,7,GB,ES,\"Sock,2,4.50",
                "2,2026-03-01,7,GB,ES,Sock,2,4.50",
                "3,2026-03-01,7,GB,ES,\"A \"\"good\"\" sock\nof wool\",2,4.50",
                "4,2026-03-01,7,GB,ES,\"Sock\" red,2,4.50",
                "5,2026-03-01,7,GB,ES,12\" tube,2,4.50");

        assertThat(reading.facts(OrderFact.class)).extracting(OrderFact::number).containsExactly("2", "3", "5");
        assertThat(reading.facts(OrderFact.class).get(1).lines().get(0).title()).isEqualTo("A \"good\" sock\nof wool");
        assertThat(reading.reasons()).containsExactly("2: a quote is not closed", "6: text follows a closing quote");
    }

    @Test
    void eachBadRowIsNamedWithItsReasonAndTheRestKept() {
        Reading reading = Reading.of(
                Kind.ORDERS,
                HEADER,
                "1,2026-03-01,7,GB,ES,Sock,2,4.50",
                "1,2026-03-01,7,GB,,Sock,2,4.50",
                "1,2026-03-01,7,GB,ES,Sock,two,4.50",
                "1,2026-03-01,7,GB,ES,Sock,2,free",
                "2,soon,7,GB,ES,Sock,2,4.50",
                "3,2026-03-01,7,GB,ES,Sock",
                "4,2026-03-01,7,GB,ES,Sock,2,4.50,x",
                ",2026-03-01,7,GB,ES,Sock,2,4.50",
                "5,2026-02-30,7,GB,ES,Sock,2,4.50",
                "6,2026-03-01,7,GB,ES,Sock,0,4.50");

        assertThat(reading.facts(OrderFact.class)).extracting(OrderFact::number).containsExactly("1");
        assertThat(reading.reasons())
                .containsExactlyInAnyOrder(
                        "3: the sku is missing",
                        "4: the quantity \"two\" is not a whole number",
                        "5: the unit_price \"free\" is not an amount",
                        "6: the ordered_at \"soon\" is not a date",
                        "7: it has 6 fields, and the header 8",
                        "8: it has 9 fields, and the header 8",
                        "9: the order is missing",
                        "10: the ordered_at \"2026-02-30\" is not a date",
                        "11: the quantity is 0");
    }

    @Test
    void wrongColumnsAreNamedInOneLine() {
        assertThatThrownBy(() -> Reading.of(Kind.ORDERS, "order,date,product,quantity", "1,2026-03-01,Sock,1"))
                .isInstanceOf(BadTable.class)
                .hasMessage("line 1: missing columns sku, unit_price (found: order, date, product, quantity)");
        assertThatThrownBy(() -> Reading.of(Kind.ORDERS, new byte[0])).hasMessage("is empty");
        assertThatThrownBy(() -> Reading.of(Kind.ORDERS, "PK\u0003\u0004")).hasMessageContaining("workbook");
    }

    @Test
    void aBrokenGzipIsSaidToBeOne() {
        byte[] whole = Reading.gzipped(HEADER + "\n1,2026-03-01,7,GB,ES,Sock,2,4.50\n");

        assertThat(Reading.of(Kind.ORDERS, whole).facts()).hasSize(1);
        assertThatThrownBy(() -> Reading.of(Kind.ORDERS, Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("broken .gz");
    }

    @Test
    void encodingsAndSeparatorsAreRecognised() {
        String header = HEADER.replace(',', ';');
        String row = "1;01.03.2026;7;Österreich;ES;Socke für Läufer;2;1.234,50";

        for (Reading each : java.util.List.of(
                Reading.of(Kind.ORDERS, header, row),
                Reading.of(Kind.ORDERS, "\uFEFF" + header, row),
                Reading.of(Kind.ORDERS, StandardCharsets.ISO_8859_1, header, row),
                Reading.of(Kind.ORDERS, StandardCharsets.UTF_16, header, row),
                Reading.of(Kind.ORDERS, StandardCharsets.UTF_16LE, header, row),
                Reading.of(Kind.ORDERS, header.replace(';', '\t'), row.replace(';', '\t')),
                Reading.of(Kind.ORDERS, "sep=;", header, row))) {
            OrderFact order = each.facts(OrderFact.class).get(0);
            assertThat(order.lines().get(0).title()).isEqualTo("Socke für Läufer");
            assertThat(order.lines().get(0).price()).isEqualTo(new Money(123_450, "GBP"));
            assertThat(order.country()).isEqualTo("AT");
        }
    }

    @Test
    void theOrderOfDayAndMonthIsDecidedByTheWholeFile() {
        Reading days = Reading.of(
                Kind.ORDERS, HEADER, "1,03/04/2026,7,GB,ES,Sock,2,4.50", "2,13/04/2026 9:30,7,GB,ES,Sock,2,4.50");
        Reading months = Reading.of(
                Kind.ORDERS, HEADER, "1,03/04/26,7,GB,ES,Sock,2,4.50", "2,4/13/26 9:30 PM,7,GB,ES,Sock,2,4.50");

        assertThat(days.facts(OrderFact.class).get(0).placedAt()).isEqualTo(Instant.parse("2026-04-03T00:00:00Z"));
        assertThat(months.facts(OrderFact.class).get(0).placedAt()).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
        assertThat(months.facts(OrderFact.class).get(1).placedAt()).isEqualTo(Instant.parse("2026-04-13T21:30:00Z"));
        assertThat(days.survey().words())
                .contains("\"13/04/2026 9:30\" is read as 13 April 2026")
                .doesNotContain("assumed");
    }

    @Test
    void withoutAnyEvidenceTheAssumptionIsSaid() {
        Reading reading = Reading.of(Kind.ORDERS, HEADER, "1,03/04/2026,7,GB,ES,Sock,2,\"1,234\"");

        assertThat(reading.survey().words())
                .contains("\"03/04/2026\" is read as 3 April 2026 (assumed")
                .contains("decimal point (assumed)");
        assertThat(reading.facts(OrderFact.class).get(0).total()).isEqualTo(new Money(246_800, "GBP"));
    }

    @Test
    void aDateThatWouldLieInTheFutureTellsTheOtherOrder() {
        Reading reading =
                Reading.of(Kind.ORDERS, HEADER, "1,11/12/2026,7,GB,ES,Sock,2,4.50", "2,11/08/2026,7,GB,ES,Sock,2,4.50");

        assertThat(reading.facts(OrderFact.class))
                .noneMatch(order -> order.placedAt().isAfter(Reading.NOW.plusSeconds(86_400 * 30)));
        assertThat(reading.survey().words())
                .contains("read as 12 November 2026")
                .doesNotContain("assumed");
    }

    @Test
    void shopifysOrdersKeepTheirFirstRowsColumns() {
        String header =
                "Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Currency,Shipping,Total,Created at,"
                        + "Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Zip,Shipping Country,"
                        + "Cancelled at,Phone";
        Reading reading = Reading.of(
                Kind.ORDERS,
                header,
                "#1001,ada@example.org,paid,fulfilled,2026-11-10 10:00:00 +0000,EUR,4.90,30.90,2026-11-09 22:15:00 -0500,"
                        + "2,Eel sock - M / Red,4.50,ES-M,Ada L.,'10115,DE,,'+4930123",
                "#1001,ada@example.org,,,,,,,,1,Wax,17.00,,,,,,",
                "#1002,,voided,,,EUR,0,9,2026-11-09 22:15:00 -0500,1,Wax,9.00,,,,,,");

        OrderFact order = reading.facts(OrderFact.class).get(0);
        assertThat(order.number()).isEqualTo("#1001");
        assertThat(order.placedAt()).isEqualTo(Instant.parse("2026-11-10T03:15:00Z"));
        assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
        assertThat(order.postcode()).isEqualTo("10115");
        assertThat(order.total()).isEqualTo(new Money(3_090, "EUR"));
        assertThat(order.lines()).extracting(LineFact::sku).containsExactly("ES-M", "wax");
        assertThat(order.customer()).extracting(CustomerFact::phone).isEqualTo("+4930123");
        assertThat(reading.facts(OrderFact.class).get(1).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(reading.facts(OrderFact.class).get(1).customer()).isNull();
    }
}
