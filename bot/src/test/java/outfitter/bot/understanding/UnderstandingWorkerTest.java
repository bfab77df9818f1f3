package outfitter.bot.understanding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import outfitter.bot.routine.Routines;
import outfitter.models.shop.Catalogue;

/** Many ask at once, and each hears what was theirs. */
final class UnderstandingWorkerTest {
    private static final ShopUnderstander UNDERSTANDER =
            ShopUnderstander.of("en", Routines.intents(), () -> Catalogue.EMPTY, Means.SENTENCES);

    @Test
    void manyAtOnceEachGetTheirOwnAnswer() throws Exception {
        try (UnderstandingWorker worker = new UnderstandingWorker(UNDERSTANDER)) {
            List<String> texts =
                    IntStream.range(0, 100).mapToObj(i -> "hello for time " + i).toList();

            List<Future<Understanding>> asked =
                    texts.stream().map(text -> worker.understand(List.of(text))).toList();

            for (int i = 0; i < texts.size(); i++) {
                assertThat(asked.get(i).await(10, SECONDS).text()).isEqualTo(texts.get(i));
            }
        }
    }

    @Test
    void anAnswerComesOnTheContextThatAsked() throws Exception {
        Vertx vertx = Vertx.vertx();
        Context context = vertx.getOrCreateContext();
        io.vertx.core.Promise<Boolean> same = io.vertx.core.Promise.promise();
        try (UnderstandingWorker worker = new UnderstandingWorker(UNDERSTANDER)) {
            context.runOnContext(now -> worker.understand(List.of("hello"))
                    .onComplete(answer -> same.complete(Vertx.currentContext() == context)));

            assertThat(same.future().await(10, SECONDS)).isTrue();
        }
        vertx.close().await(5, SECONDS);
    }

    @Test
    void afterTheEndNobodyWaitsForEver() {
        UnderstandingWorker worker = new UnderstandingWorker(UNDERSTANDER);
        worker.close();

        assertThatThrownBy(() -> worker.understand(List.of("hello")).await(10, SECONDS))
                .isInstanceOf(IllegalStateException.class);
    }
}
