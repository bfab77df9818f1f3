package outfitter.models.merchandising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that went live or will, and is until the next one does.
 *
 * @param id grows with every publication
 * @param note why, in the merchandiser's words; null for an undo
 * @param account who published it
 * @param effectiveAt when it takes effect
 * @param cancelledAt when it was called off; null for all that were not
 * @param undoes the publication that this one takes back; its rules are those from before it
 * @param restores the publication whose rules this one brings back
 */
public record PublishedRules(
        long id,
        RuleSet rules,
        @Nullable String note,
        long account,
        Instant publishedAt,
        Instant effectiveAt,
        @Nullable Instant cancelledAt,
        @Nullable Long undoes,
        @Nullable Long restores) {
    /** Whether it waits for its time. */
    public boolean isScheduled(Instant now) {
        return cancelledAt == null && effectiveAt.isAfter(now);
    }
}
