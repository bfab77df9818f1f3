package outfitter.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.server.crash.Chats;
import outfitter.server.crash.Stage;

/** What breaks below a server that customers use: it heals by itself, and what was acknowledged is there, once. */
class OutageTest {
    private static final int CUSTOMERS = 100;
    private static final int MESSAGES = 8;
    private static final int ALL = CUSTOMERS * MESSAGES;
    private static final List<String> SMALL = List.of("-Xmx192m", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path directory;

    private final Chats chats = new Chats().pausing(Duration.ofMillis(150));
    private Stage stage;
    private String url = "";

    @BeforeEach
    void prepare() {
        stage = new Stage(directory, SMALL);
    }

    private void open() throws Exception {
        url = stage.start();
        chats.at(url);
        chats.arrive(CUSTOMERS);
        chats.start(MESSAGES);
    }

    @AfterEach
    void stop() throws Exception {
        chats.close();
        stage.server().stop();
    }

    @Test
    void aDatabaseThatStandsStillAndThenDiesLosesNothing() throws Exception {
        open();
        chats.await(ALL / 4);
        stage.freezeDatabase();
        int frozen = chats.acknowledged();
        assertThat(status("/health/live")).isEqualTo(200);
        await().atMost(15, SECONDS).until(() -> stage.server().errors().contains("journal repeats"));
        assertThat(chats.acknowledged()).isLessThanOrEqualTo(frozen + Chats.AT_ONCE);
        stage.thawDatabase();
        chats.await(ALL / 2);
        stage.killDatabase();
        chats.awaitEnd();

        Chats.Account account = chats.account();
        assertThat(account.acknowledged()).isEqualTo(ALL);
        assertThat(account.isRight()).as("%s", account).isTrue();
        assertThat(status("/health/ready")).isEqualTo(200);
        assertThat(stage.server().errors()).contains("journal repeats", "postgres died", "postgres is back");
    }

    @Test
    void aFullDiskStopsTheTalkUntilThereIsRoomAgain() throws Exception {
        try (FullDisk disk = new FullDisk(directory.resolve("data"))) {
            open();
            chats.await(ALL / 4);
            disk.fill(stage);
            await().atMost(20, SECONDS).until(() -> stage.server().errors().contains("journal repeats"));
            disk.empty();
            chats.awaitEnd();

            Chats.Account account = chats.account();
            assertThat(account.acknowledged()).isEqualTo(ALL);
            assertThat(account.isRight()).as("%s", account).isTrue();
            stage.server().stop();
        }
    }

    private int status(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
