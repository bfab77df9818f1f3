package outfitter.server.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import outfitter.models.merchandising.Rule;
import outfitter.recommender.merchandising.Conflicts;

/** What the studio's API says and takes about drafts and publications. */
final class Drafts {
    private Drafts() {}

    /**
     * The rules that merchandisers work on.
     *
     * @param live the rules in force
     * @param version to be given back when saving
     * @param warnings what the rules do that nobody may have meant
     * @param conflicts rules that are at odds, and which of them has its way
     * @param changes the lists that would change most
     */
    record Draft(
            List<Rule> rules,
            List<Rule> live,
            long version,
            List<String> warnings,
            List<Conflicts.Conflict> conflicts,
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

    record Named(String product, String title) {}

    /** @param version the one that the edit started from; without it, the newest draft is replaced */
    record Edit(List<Rule> rules, @Nullable Long version) {}

    /** @param version the draft that is meant; without it, the newest */
    record Publish(String note, @Nullable Long version) {
        private static final int LONGEST_NOTE = 500;

        Publish {
            if (note.isBlank()) throw new IllegalArgumentException("note: say in a few words why");
            if (note.length() > LONGEST_NOTE) {
                throw new IllegalArgumentException("note: at most " + LONGEST_NOTE + " characters");
            }
        }
    }

    /**
     * One publication.
     *
     * @param by the merchandiser's name; null when the account is gone
     * @param undoes the publication that it takes back
     * @param rules how many rules it put in force
     */
    record Publication(
            long id,
            String publishedAt,
            @Nullable String by,
            @Nullable String note,
            @Nullable Long undoes,
            int rules) {}

    /** Newest first. */
    record History(List<Publication> history) {}
}
