package outfitter.server.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import outfitter.models.merchandising.Rule;
import outfitter.recommender.Explained;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.Explanation;
import outfitter.recommender.ranking.Suggestion;

/** The one reason why a product is shown or not: the firmest there is, as a word, for staff, and to be said aloud. */
final class Verdict {
    private Verdict() {}

    /** In a word. */
    static String of(Explained explained) {
        Explanation ranking = explained.ranking();
        if (explained.shown() != null) return "shown";
        if (explained.excludedBy() != null) return "rule";
        if (ranking.why() != null) return ranking.why().code();
        if (ranking.rankedAt() != null) return "further-down";
        return ranking.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As staff read it. */
    static Evidence answer(Explained explained) {
        return new Evidence("why-" + of(explained), facts(explained));
    }

    /** As an agent says it to a customer: no places, no rules. */
    static Evidence aloud(Explained explained, List<String> reasons) {
        Map<String, Object> facts = facts(explained);
        String kind = "aloud-" + of(explained);
        facts.put("reason", reasons.isEmpty() ? "" : reasons.get(0));
        List<Explanation.Together> together = explained.ranking().together();
        if (kind.equals("aloud-further-down") && !together.isEmpty()) {
            facts.put("count", together.get(0).orders());
            facts.put("of", together.get(0).of());
            facts.put("with", together.get(0).with());
            kind = "aloud-further-down-with";
        } else if (!explained.anchors().isEmpty()) {
            facts.put("with", explained.anchors().get(0));
        } else if (kind.equals("aloud-nothing-known")) {
            kind = "aloud-nothing-known-yet";
        }
        return new Evidence(kind, facts);
    }

    private static Map<String, Object> facts(Explained explained) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("product", explained.ranking().product());
        facts.put("length", explained.length());
        Suggestion shown = explained.shown();
        Rule excludedBy = explained.excludedBy();
        Integer rankedAt = explained.ranking().rankedAt();
        if (shown != null) facts.put("place", shown.place());
        else if (rankedAt != null) facts.put("place", rankedAt);
        if (excludedBy != null) facts.put("rule", excludedBy.name());
        return facts;
    }
}
