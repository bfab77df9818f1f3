package outfitter.models.merchandising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule set that went live, and is until the next one does.
 *
 * @param id grows with every publication
 * @param note why, in the merchandiser's words; null for an undo
 * @param account who published it
 * @param undoes the publication that this one takes back; its rules are those from before it
 */
public record PublishedRules(
        long id,
        RuleSet rules,
        @Nullable String note,
        long account,
        Instant publishedAt,
        @Nullable Long undoes) {}
