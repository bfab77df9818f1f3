package outfitter.server.studio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.PublishedRules;
import outfitter.models.merchandising.Rule;
import outfitter.recommender.merchandising.Conflicts;
import outfitter.recommender.merchandising.Remark;

/** What the studio's API says and takes about drafts and publications. */
final class Drafts {
    private static final int LONGEST_NOTE = 500;

    private Drafts() {}

    /**
     * The rules that merchandisers work on.
     *
     * @param live the rules in force
     * @param version to be given back when saving
     * @param warnings what the rules do that nobody may have meant
     * @param conflicts rules that are at odds, and which of them has its way
     * @param remarks what should be known of single rules
     * @param changes the lists that would change most
     */
    record Draft(
            List<Rule> rules,
            List<Rule> live,
            long version,
            List<String> warnings,
            List<Conflicts.Conflict> conflicts,
            List<Remark> remarks,
            List<Changed> changes) {}

    /**
     * A list that publishing would change.
     *
     * @param product what it is about
     * @param size how far products would move altogether, in places
     */
    record Changed(
            String product,
            String title,
            String picture,
            String list,
            int size,
            List<Named> before,
            List<Named> after) {}

    record Named(String product, String title, String picture) {}

    /** @param version the one that the edit started from; without it, the newest draft is replaced */
    record Edit(List<Rule> rules, @Nullable Long version) {}

    /**
     * @param version the draft that is meant; without it, the newest
     * @param at when it takes effect; at once without it, or when it is over
     */
    record Publish(
            String note, @Nullable Long version, @Nullable Instant at) {
        Publish {
            checkNote(note);
        }
    }

    /** Why an earlier publication is brought back. */
    record Restore(String note) {
        Restore {
            checkNote(note);
        }
    }

    private static void checkNote(String note) {
        if (note.isBlank()) throw new IllegalArgumentException("note: say in a few words why");
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("note: at most " + LONGEST_NOTE + " characters");
        }
    }

    /**
     * One publication.
     *
     * @param effectiveAt when it takes or took effect
     * @param state 'published', 'scheduled' or 'cancelled'
     * @param by the merchandiser's name; null when the account is gone
     * @param undoes the publication that it takes back
     * @param restores the publication whose rules it brought back
     * @param rules how many rules it puts in force
     */
    record Publication(
            long id,
            String publishedAt,
            String effectiveAt,
            String state,
            @Nullable String by,
            @Nullable String note,
            @Nullable Long undoes,
            @Nullable Long restores,
            int rules) {
        static Publication of(PublishedRules published, @Nullable String by, Instant now) {
            String state = published.cancelledAt() != null
                    ? "cancelled"
                    : published.isScheduled(now) ? "scheduled" : "published";
            return new Publication(
                    published.id(),
                    published.publishedAt().toString(),
                    published.effectiveAt().toString(),
                    state,
                    by,
                    published.note(),
                    published.undoes(),
                    published.restores(),
                    published.rules().rules().size());
        }
    }

    /** Newest first. */
    record History(List<Publication> history) {}

    /** One publication with the rules that it puts in force. */
    record Version(Publication publication, List<Rule> rules) {}
}
