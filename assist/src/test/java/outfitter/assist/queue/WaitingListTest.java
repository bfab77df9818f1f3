package outfitter.assist.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import outfitter.models.conversation.ConversationId;

class WaitingListTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final WaitingList waiting = new WaitingList();

    @Test
    void whoCameFirstIsFirst() {
        waiting.put(id(1), NINE.plusSeconds(20));
        waiting.put(id(2), NINE);
        waiting.put(id(3), NINE.plusSeconds(10));

        assertThat(waiting.inOrder()).containsExactly(id(2), id(3), id(1));
        assertThat(waiting.position(id(1))).hasValue(3);
    }

    @Test
    void whoComesBackTakesTheOldPlace() {
        waiting.put(id(1), NINE);
        waiting.put(id(2), NINE.plusSeconds(10));
        waiting.remove(id(1));
        waiting.put(id(3), NINE.plusSeconds(20));

        waiting.put(id(1), NINE);

        assertThat(waiting.inOrder()).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void nobodyStandsTwice() {
        waiting.put(id(1), NINE);
        waiting.put(id(1), NINE.plusSeconds(5));

        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.position(id(2))).isEmpty();
    }

    @Property(tries = 300)
    void positionsAreTheOrderOfVirtualArrivalWhateverHappened(@ForAll("steps") List<Step> steps) {
        WaitingList list = new WaitingList();
        Map<ConversationId, Instant> model = new HashMap<>();
        for (Step step : steps) {
            if (step.arrival() < 0) {
                list.remove(id(step.id()));
                model.remove(id(step.id()));
            } else {
                list.put(id(step.id()), NINE.plus(Duration.ofSeconds(step.arrival())));
                model.put(id(step.id()), NINE.plus(Duration.ofSeconds(step.arrival())));
            }
        }

        List<ConversationId> expected = model.entrySet().stream()
                .sorted(Map.Entry.<ConversationId, Instant>comparingByValue()
                        .thenComparing(entry -> entry.getKey().value(), Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(list.inOrder()).isEqualTo(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(list.position(expected.get(i))).hasValue(i + 1);
        }
    }

    /** A conversation comes to the queue, or leaves it when {@code arrival} is negative. */
    record Step(int id, int arrival) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(-10, 30))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static ConversationId id(long value) {
        return new ConversationId(value);
    }
}
