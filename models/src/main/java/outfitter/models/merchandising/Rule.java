package outfitter.models.merchandising;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a merchandiser's: "when boots are at hand and it is winter, boost the wool socks by 30 percent in
 * goes-with".
 *
 * @param id chosen by whoever writes the rule, unique in its set
 * @param name what agents read beside a product that it moved
 * @param place where a pin puts its first product, 1 is the top
 * @param percent how much a boost or a bury counts
 * @param most how many a quota allows
 * @param when all must hold, those about products for one product at hand; without any the rule always speaks
 * @param list the list it speaks in; null for both
 * @param from when it begins to speak; null for at once
 * @param until when it no longer speaks; null for never
 */
public record Rule(
        String id,
        String name,
        Act act,
        @Nullable Integer place,
        @Nullable Integer percent,
        @Nullable Integer most,
        List<Condition> when,
        Target target,
        @Nullable SuggestionList list,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** The last place that a product can be pinned to. */
    public static final int LAST_PLACE = 20;

    private static final int LONGEST = 120;
    private static final int STRONGEST = 900;
    private static final int MOST_CONDITIONS = 20;

    public Rule {
        when = List.copyOf(when);
        if (id.isBlank() || id.length() > LONGEST) {
            throw new IllegalArgumentException("a rule needs an id of at most " + LONGEST + " characters");
        }
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("rule '" + id + "' needs a name of at most " + LONGEST + " characters");
        }
        number(name, act == Act.PIN, "a pin's place", place, LAST_PLACE);
        number(name, act == Act.BOOST || act == Act.BURY, "a strength", percent, act == Act.BURY ? 100 : STRONGEST);
        number(name, act == Act.QUOTA, "a quota", most, LAST_PLACE);
        if (when.size() > MOST_CONDITIONS) throw wrong(name, "at most " + MOST_CONDITIONS + " conditions");
        if (act == Act.ONLY_WITH && when.isEmpty()) throw wrong(name, "only-with needs a condition");
        if (act == Act.PIN && target.selection() != null) throw wrong(name, "a pin names products or a set");
        boolean alone = target.selection() != null
                || (target.products() != null && target.products().size() < 2);
        if (act == Act.BUNDLE && alone) throw wrong(name, "a bundle names two products or more, or a set");
        if (from != null && until != null && !from.isBefore(until)) throw wrong(name, "it ends before it begins");
    }

    /** As in JSON; one written when a rule named one product and an anchor is read as what it meant. */
    @JsonCreator
    static Rule read(
            @JsonProperty("id") String id,
            @JsonProperty("name") String name,
            @JsonProperty("act") Act act,
            @JsonProperty("place") @Nullable Integer place,
            @JsonProperty("percent") @Nullable Integer percent,
            @JsonProperty("most") @Nullable Integer most,
            @JsonProperty("when") @Nullable List<Condition> when,
            @JsonProperty("target") @Nullable Target target,
            @JsonProperty("list") @Nullable SuggestionList list,
            @JsonProperty("from") @Nullable Instant from,
            @JsonProperty("until") @Nullable Instant until,
            @JsonProperty("anchor") @Nullable OldAnchor anchor,
            @JsonProperty("product") @Nullable String product) {
        List<Condition> conditions = when != null ? when : anchor != null ? anchor.meant() : List.of();
        Target named = target != null ? target : product != null ? Target.products(product) : null;
        if (named == null) throw wrong(name, "it names no product");
        return new Rule(id, name, act, place, percent, most, conditions, named, list, from, until);
    }

    /** What had to be at hand in the days when a rule knew nothing else. */
    private record OldAnchor(
            @Nullable String product,
            @Nullable String category,
            @Nullable Boolean any) {
        List<Condition> meant() {
            if (product != null) return List.of(Condition.of(Condition.Kind.PRODUCT, product));
            return category == null ? List.of() : List.of(Condition.of(Condition.Kind.CATEGORY, category));
        }
    }

    /** {@code target} to {@code place} of {@code list}. */
    public static Rule pin(String id, List<Condition> when, Target target, SuggestionList list, int place) {
        return new Rule(id, id, Act.PIN, place, null, null, when, target, list, null, null);
    }

    /** A rule without a number: exclude, only-with or bundle. */
    public static Rule plain(String id, Act act, List<Condition> when, Target target, @Nullable SuggestionList list) {
        return new Rule(id, id, act, null, null, null, when, target, list, null, null);
    }

    /** This rule under {@code other}, cut where a name ends at the latest. */
    public Rule named(String other) {
        String fitting = other.substring(0, Math.min(other.length(), LONGEST));
        return new Rule(id, fitting, act, place, percent, most, when, target, list, from, until);
    }

    /** A boost or a bury. */
    public static Rule weigh(
            String id, Act act, List<Condition> when, Target target, @Nullable SuggestionList list, int percent) {
        return new Rule(id, id, act, null, percent, null, when, target, list, null, null);
    }

    public static Rule quota(String id, List<Condition> when, Target target, @Nullable SuggestionList list, int most) {
        return new Rule(id, id, Act.QUOTA, null, null, most, when, target, list, null, null);
    }

    /** This rule, speaking from {@code begins} until {@code ends}. */
    public Rule between(@Nullable Instant begins, @Nullable Instant ends) {
        return new Rule(id, name, act, place, percent, most, when, target, list, begins, ends);
    }

    /** The place of a pin; throws for any other rule. */
    public int pinnedTo() {
        if (place == null) throw new IllegalStateException("rule " + id + " pins nothing");
        return place;
    }

    /** How many a quota allows; throws for any other rule. */
    public int allowed() {
        if (most == null) throw new IllegalStateException("rule " + id + " is no quota");
        return most;
    }

    /** What it multiplies points with: 1.3 for a boost by 30 percent, 0.7 for a bury, else 1. */
    public double factor() {
        if (percent == null) return 1;
        return act == Act.BURY ? 1 - percent / 100.0 : 1 + percent / 100.0;
    }

    public boolean isIn(SuggestionList asked) {
        return list == null || list == asked;
    }

    /** Whether {@code now} lies within its dates. */
    public boolean isOn(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    private static void number(String name, boolean needed, String what, @Nullable Integer value, int most) {
        if (!needed && value != null) throw wrong(name, "it needs no number for " + what);
        if (needed && (value == null || value < 1 || value > most)) throw wrong(name, what + " is from 1 to " + most);
    }

    private static IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException("rule '" + name + "': " + why);
    }
}
