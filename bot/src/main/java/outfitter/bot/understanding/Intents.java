package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import outfitter.models.conversation.EntryBody.Reading;

/** Names of intents that more than their own routine must know. */
public final class Intents {
    /** None of what the bot settles. */
    public static final String NONE = "none";
    /** Nothing is asked for yet. */
    public static final String UNFINISHED = "unfinished";

    public static final String PERSON = "person";
    public static final String GREETING = "greeting";
    public static final String THANKS = "thanks";
    public static final String FAREWELL = "farewell";

    private static final Set<String> WITHOUT_MATTER = Set.of(NONE, UNFINISHED, GREETING, THANKS, FAREWELL);

    /** Matters that are so often told together that one sentence of each is one matter. */
    private static final List<Set<String>> KIN = List.of(
            Set.of("order-status", "late-parcel", "delivery-estimate"),
            Set.of("start-return", "return-policy", "damaged-item", "exchange-size"),
            Set.of("damaged-item", "warranty"),
            Set.of("damaged-item", "refund-status"),
            Set.of("exchange-size", "size-advice"),
            Set.of("change-order", "exchange-size"),
            Set.of("return-status", "refund-status"),
            Set.of("return-status", "start-return"),
            Set.of("delivery-estimate", "delivery-options"),
            Set.of("stock", "find-product", "product-question", "restock-notice"),
            Set.of("compare-products", "find-product", "product-question"),
            Set.of("goes-with", "find-product"));

    /** Never one of two matters: each takes the whole message. */
    private static final Set<String> WHOLE = Set.of(PERSON, "complaint", "abuse", "are-you-a-bot");

    private Intents() {}

    /** Whether a message may mean both, the one and then the other. */
    static boolean areTwo(String one, String other) {
        return isMatter(one)
                && isMatter(other)
                && !one.equals(other)
                && !WHOLE.contains(one)
                && !WHOLE.contains(other)
                && KIN.stream().noneMatch(kin -> kin.contains(one) && kin.contains(other));
    }

    /**
     * What a text means first: whether it is any of ours is decided before which, because a text that may mean two of our
     * matters is ours all the same. So {@link #NONE} comes first where its probability is {@code refusal} or more, and
     * never else; all others stand by their probability.
     */
    static List<Reading> ordered(Collection<Reading> readings, double refusal) {
        List<Reading> ordered = new ArrayList<>(readings);
        ordered.sort(Comparator.comparingDouble(Reading::probability).reversed());
        if (ordered.size() < 2) return ordered;
        int at = 0;
        while (at < ordered.size() && !ordered.get(at).intent().equals(NONE)) at++;
        if (at == ordered.size()) return ordered;
        Reading none = ordered.get(at);
        boolean clear = none.probability() >= refusal;
        if (clear || at == 0) {
            ordered.remove(at);
            ordered.add(clear ? 0 : 1, none);
        }
        return ordered;
    }

    /** Whether {@code intent} is a matter, and not merely manners. */
    public static boolean isMatter(String intent) {
        return !WITHOUT_MATTER.contains(intent);
    }
}
