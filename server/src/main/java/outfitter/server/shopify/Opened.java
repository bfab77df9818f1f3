package outfitter.server.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.inbox.Delivery;
import outfitter.models.inbox.ForeignName;
import outfitter.models.intake.Effect;
import outfitter.models.intake.Fact;
import outfitter.models.intake.Verdict;

/** One delivery on its way through a group: read, then understood, then judged by the intake. */
final class Opened {
    final Delivery delivery;
    final Optional<Reading> reading;
    final Optional<Duty> duty;
    private List<Fact> facts = List.of();
    private @Nullable ForeignName missing;
    private @Nullable String refusal;

    private Opened(Delivery delivery, Optional<Reading> reading, Optional<Duty> duty, @Nullable String refusal) {
        this.delivery = delivery;
        this.reading = reading;
        this.duty = duty;
        this.refusal = refusal;
    }

    static Opened of(Delivery delivery, String currency) {
        try {
            Payload payload = Topics.parse(delivery.topic(), delivery.body());
            return new Opened(delivery, Optional.of(payload.read(delivery.toldAt(), currency)), payload.duty(), null);
        } catch (IllegalArgumentException e) {
            return new Opened(delivery, Optional.empty(), Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    /** What it says now that these names are known; nothing when one that it needs is not among them. */
    List<Fact> understand(Map<ForeignName, String> known) {
        if (reading.isEmpty()) return facts;
        missing = reading.get().needs().stream()
                .filter(name -> !known.containsKey(name))
                .findFirst()
                .orElse(null);
        if (missing != null) return facts;
        try {
            facts = List.copyOf(reading.get().facts().apply(known));
        } catch (IllegalArgumentException e) {
            refusal = String.valueOf(e.getMessage());
        }
        return facts;
    }

    /** Takes this delivery's verdicts from the front of {@code verdicts}. */
    void judged(List<Verdict> verdicts, int from) {
        List<String> reasons = new ArrayList<>();
        for (Verdict verdict : verdicts.subList(from, from + facts.size())) {
            if (verdict.effect() == Effect.REFUSED) reasons.add(verdict.reason());
        }
        if (!reasons.isEmpty()) refusal = String.join("; ", reasons);
    }

    Optional<ForeignName> missing() {
        return Optional.ofNullable(missing);
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }
}
