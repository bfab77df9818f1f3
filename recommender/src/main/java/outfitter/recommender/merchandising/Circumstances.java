package outfitter.recommender.merchandising;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Condition;
import outfitter.recommender.ranking.Season;

/**
 * What rules may ask about a conversation. What is not known is empty or null, and conditions on it do not hold.
 *
 * @param segments of the customer: a tier, 'new' or 'returning'
 * @param intent the matter that the conversation is about, null when none is known
 * @param channel where the customer last wrote from, null when nowhere
 * @param season 'winter', 'spring', 'summer' or 'autumn'
 * @param now decides which rules are within their dates
 */
public record Circumstances(
        Set<String> segments,
        @Nullable String intent,
        @Nullable String channel,
        String season,
        Instant now) {
    public Circumstances {
        segments = Set.copyOf(segments);
    }

    /** Somebody of whom nothing is known. */
    public static Circumstances at(Instant now) {
        return new Circumstances(Set.of(), null, null, Season.at(now).code(), now);
    }

    boolean meet(Condition condition) {
        return switch (condition.is()) {
            case SEGMENT -> condition.any().stream().anyMatch(segments::contains);
            case INTENT -> intent != null && condition.any().contains(intent);
            case CHANNEL -> channel != null && condition.any().contains(channel);
            case SEASON -> condition.any().contains(season);
            default -> throw new IllegalArgumentException(condition.is() + " is about a product");
        };
    }
}
