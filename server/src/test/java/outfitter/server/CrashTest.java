package outfitter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outfitter.server.crash.Chats;
import outfitter.server.crash.Stage;

/** kill -9 amid 500 customers' messages: what was acknowledged is there, once and in order, and clients just go on. */
class CrashTest {
    private static final int CUSTOMERS = 500;
    private static final int MESSAGES = 4;
    private static final List<String> QUICK_START = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    @TempDir
    Path directory;

    private final Chats chats = new Chats();
    private Stage stage;

    @BeforeEach
    void start() throws Exception {
        stage = new Stage(directory, QUICK_START);
        chats.at(stage.start());
        chats.arrive(CUSTOMERS);
    }

    @AfterEach
    void stop() throws Exception {
        chats.close();
        stage.server().stop();
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubledWhenTheServerIsKilled() throws Exception {
        chats.start(MESSAGES);
        chats.await(CUSTOMERS * MESSAGES / 3);
        stage.killServer();
        int before = chats.acknowledged();
        chats.at(stage.start());
        chats.awaitEnd();

        assertThat(before).isBetween(CUSTOMERS * MESSAGES / 3, CUSTOMERS * MESSAGES - 1);
        List<String> expected =
                IntStream.range(0, MESSAGES).mapToObj(Chats::words).toList();
        for (Chats.Visitor visitor : chats.visitors()) {
            List<Chats.Said> said = chats.read(visitor);
            assertThat(said).extracting(Chats.Said::text).containsExactlyElementsOf(expected);
            assertThat(said).extracting(Chats.Said::id).containsExactlyElementsOf(visitor.acknowledged());
        }
    }
}
