package outfitter.bot.routine;

import java.util.List;
import java.util.stream.Stream;
import outfitter.bot.understanding.Intents;

/** The list of routines: to add one, its utterances, its unit, a line here. */
public final class Routines {
    private static final List<String> IDS = List.of(
            "order-status",
            "delivery-options",
            "return-policy",
            "start-return",
            "product-care",
            "stock",
            "find-product",
            "goes-with",
            "damaged-item",
            "complaint",
            "person",
            "greeting",
            "thanks",
            "farewell",
            "are-you-a-bot");

    private Routines() {}

    /** Every intent that has utterances: the routines', and what is none of them. */
    public static List<String> intents() {
        return Stream.concat(IDS.stream(), Stream.of(Intents.NONE, Intents.UNFINISHED))
                .toList();
    }
}
