package outfitter.assist.panel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Card;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Money;

/**
 * The suggestions beside a conversation, as an agent sees them.
 *
 * @param held why none may be sent now; null when they may
 * @param heldOut whether this customer gets none, for comparison; the lists are empty then
 * @param anchors products that they start from, weightiest first
 */
public record Offers(
        @Nullable Hold held,
        boolean heldOut,
        List<Offer> goesWith,
        List<Offer> stepUp,
        Instant computedAt,
        List<String> anchors) {
    public Offers {
        goesWith = List.copyOf(goesWith);
        stepUp = List.copyOf(stepUp);
        anchors = List.copyOf(anchors);
    }

    /** A problem that is open; {@code problem} is its number. */
    public record Hold(String reason, int problem) {}

    /**
     * One product that might be offered.
     *
     * @param impression names the offer; while it is held, or no matter is open, it is not yet one that can be sent
     * @param place from 1, in its list
     * @param evidence phrases that can be said aloud, strongest first
     * @param rule what a merchandiser decided about it, null for nothing
     * @param card what goes into the composer
     */
    public record Offer(
            UUID impression,
            String product,
            String title,
            String picture,
            Money price,
            SuggestionList list,
            int place,
            List<String> evidence,
            @Nullable RuleName rule,
            Left stock,
            Card card) {
        public Offer {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The rule that moved an offer.
     *
     * @param moved by how many places, upwards positive; null when it would not be in the list without the rule
     */
    public record RuleName(String name, Act act, @Nullable Integer moved) {}

    /** How many pieces are left, in the customer's {@code size} where that is known. */
    public record Left(int quantity, @Nullable String size) {}
}
