package outfitter.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import outfitter.models.testing.PostgresExtension;
import outfitter.server.intake.table.Kind;

@ExtendWith(PostgresExtension.class)
class ImportTest {
    private static final String HEADER = "order,ordered_at,customer,country,sku,title,quantity,unit_price\n";

    @TempDir
    private Path folder;

    private final Pool db;

    ImportTest(Pool db) {
        this.db = db;
    }

    @BeforeEach
    void anEmptyShop() throws TimeoutException {
        db.query("TRUNCATE product, variant, stock, customer, \"order\", order_line, shipment, return CASCADE")
                .execute()
                .await(20, TimeUnit.SECONDS);
    }

    @Test
    void theSecondTimeNothingChanges() throws IOException {
        String text = HEADER
                + "1,2026-03-01T07:45:00Z,77,GB,ES,Eel sock,2,4.50\n"
                + "1,2026-03-01T07:45:00Z,77,GB,GB-7,Peak boot,1,129.00\n"
                + "2,2026-03-02T07:45:00Z,,GB,ES,Eel sock,1,4.50\n";

        Imported first = orders(text);
        Imported second = orders(text);

        assertThat(first.read()).isEqualTo(3);
        assertThat(first.stored()).isEqualTo(3);
        assertThat(first.rejected()).isZero();
        assertThat(second.stored()).isZero();
        assertThat(second.unchanged()).isEqualTo(3);
        assertThat(count("SELECT count(*) FROM order_line")).isEqualTo(3);
        assertThat(count("SELECT count(*) FROM customer WHERE external_id = '77'"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM conversation")).isZero();
    }

    @Test
    void whatCannotBeTakenIsPutAsideWithLineAndReason() throws IOException {
        Imported imported = orders(HEADER
                + "1,2026-03-01,77,GB,ES,Eel sock,2,4.50\n"
                + "9,2026-03-01,77,GB,ES,Eel sock,-1,4.50\n"
                + "1,2026-03-01,77,GB,ES,\"Eel sock,2,4.50\n"
                + "2,2026-03-01,77,GB,ES,Eel sock,1,dear\n");

        assertThat(imported.read()).isEqualTo(4);
        assertThat(imported.stored()).isEqualTo(1);
        assertThat(imported.rejected()).isEqualTo(3);
        assertThat(Files.readAllLines(rejected()))
                .contains(
                        "rejected line,rejected because,order,ordered_at,customer,country,sku,title,quantity,unit_price")
                .contains("3,there is no order 9,9,2026-03-01,77,GB,ES,Eel sock,-1,4.50")
                .anyMatch(line -> line.startsWith("4,a quote is not closed,"))
                .anyMatch(line -> line.startsWith("5,\"the unit_price \"\"dear\"\" is not an amount\","));

        orders(HEADER + "1,2026-03-01,77,GB,ES,Eel sock,2,4.50\n");
        assertThat(rejected()).doesNotExist();
    }

    @Test
    void whatCameBackInALaterFileIsAReturnOfItsOrder() throws IOException {
        orders(HEADER + "1,2026-03-01,77,GB,ES,Eel sock,2,4.50\n");

        Imported back = orders(HEADER + "1,2026-03-09,77,GB,ES,Eel sock,-1,4.50\n");
        Imported again = orders(HEADER + "1,2026-03-09,77,GB,ES,Eel sock,-1,4.50\n");

        assertThat(back.stored()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(count("SELECT quantity FROM return WHERE state = 'refunded'"))
                .isEqualTo(1);
        assertThat(count("SELECT quantity FROM order_line")).isEqualTo(2);
    }

    @Test
    void anAmountBeyondAllNumbersDoesNotTakeOtherRowsWithIt() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 50; i++) text.append(i).append(",2026-03-01,77,GB,ES,Eel sock,2,4.50\n");
        text.append("x,2026-03-01,77,GB,").append("A".repeat(200)).append(",T,2147483647,92233720368547.00\n");

        Imported imported = orders(text.toString());

        assertThat(imported.stored()).isEqualTo(50);
        assertThat(imported.rejected()).isEqualTo(1);
    }

    @Test
    void aStopKeepsWhatWasSettled() {
        assertThatThrownBy(() -> new Import(db, Clock.systemUTC())
                        .run(task(HEADER + "1,2026-03-01,77,GB,ES,Eel sock,2,4.50\n"), Progress.silent(), () -> true))
                .isInstanceOf(Import.Stopped.class);
    }

    private Imported orders(String text) throws IOException {
        return new Import(db, Clock.systemUTC()).run(task(text), Progress.silent(), () -> false);
    }

    private Import.Task task(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), text);
        return new Import.Task(file, Kind.ORDERS, null, null, rejected());
    }

    private Path rejected() {
        return folder.resolve("orders.csv.rejected.csv");
    }

    private long count(String query) {
        try {
            Object value = db.query(query)
                    .execute()
                    .await(20, TimeUnit.SECONDS)
                    .iterator()
                    .next()
                    .getValue(0);
            return ((Number) value).longValue();
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
