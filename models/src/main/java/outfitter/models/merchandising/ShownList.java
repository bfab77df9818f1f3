package outfitter.models.merchandising;

import java.time.Instant;
import java.util.List;
import outfitter.models.conversation.ConversationId;

/**
 * A list as it was put before an agent, with what the ranking knew of each product then.
 *
 * @param episode its number in the conversation
 * @param form what the figures mean; only lists of one form can be compared
 * @param products what stood in it and the ranking knew, best first
 */
public record ShownList(
        ConversationId conversation,
        int episode,
        SuggestionList list,
        Instant at,
        String form,
        List<Entry> products,
        List<Float> contexts) {
    public ShownList {
        products = List.copyOf(products);
        contexts = List.copyOf(contexts);
        boolean even = products.stream()
                        .map(product -> product.features().size())
                        .distinct()
                        .count()
                <= 1;
        if (!even) throw new IllegalArgumentException("as many figures of one product as of another");
    }

    /**
     * One product in it.
     *
     * @param place where it stood, from 1
     */
    public record Entry(String product, int place, List<Float> features) {
        public Entry {
            features = List.copyOf(features);
            if (place < 1) throw new IllegalArgumentException("place " + place);
        }
    }

    /** What became of a product that was shown. */
    public enum Outcome {
        /** Nothing that is known. */
        NONE,
        /** An agent sent it to the customer. */
        INSERTED,
        /** The customer ordered it within 30 days. */
        ORDERED,
        /** An agent turned it down, for what it is: it does not go, it is too dear, or another reason. */
        DECLINED
    }

    /**
     * A list of which something became.
     *
     * @param outcomes of each of the products
     */
    public record Settled(ShownList list, List<Outcome> outcomes) {
        public Settled {
            outcomes = List.copyOf(outcomes);
        }
    }
}
