package outfitter.models.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshReadsTest {
    private final List<Promise<String>> begun = new ArrayList<>();
    private final FreshReads<String> reads = new FreshReads<>(() -> {
        Promise<String> reading = Promise.promise();
        begun.add(reading);
        return reading.future();
    });

    @Test
    void whoAsksWhileAReadingIsUnderWayIsGivenTheOneAfterIt() {
        Future<String> first = reads.read();
        Future<String> second = reads.read();
        Future<String> third = reads.read();
        assertThat(begun).hasSize(1);

        begun.get(0).complete("before the change");
        assertThat(first.result()).isEqualTo("before the change");
        assertThat(begun).hasSize(2);
        assertThat(second.isComplete()).isFalse();

        begun.get(1).complete("after it");
        assertThat(List.of(second.result(), third.result())).containsOnly("after it");
        assertThat(begun).hasSize(2);
    }

    @Test
    void whoAsksWhenNothingIsUnderWayIsReadForAtOnce() {
        reads.read();
        begun.get(0).complete("one");
        Future<String> again = reads.read();
        begun.get(1).complete("two");

        assertThat(again.result()).isEqualTo("two");
    }

    @Test
    void aReadingThatFailsTellsOnlyThoseWhoWaitedForIt() {
        Future<String> first = reads.read();
        Future<String> second = reads.read();

        begun.get(0).fail("the line is cut");
        begun.get(1).complete("there again");

        assertThat(first.failed()).isTrue();
        assertThat(second.result()).isEqualTo("there again");
    }

    @Test
    void aReadingThatCannotEvenBeginIsAFailureAndNotTheLast() {
        List<Integer> tries = new ArrayList<>();
        FreshReads<Integer> broken = new FreshReads<>(() -> {
            tries.add(tries.size());
            if (tries.size() == 1) throw new IllegalStateException("closed");
            return Future.succeededFuture(tries.size());
        });

        assertThat(broken.read().cause()).hasMessage("closed");
        assertThat(broken.read().result()).isEqualTo(2);
    }
}
