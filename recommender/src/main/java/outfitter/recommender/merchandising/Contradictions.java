package outfitter.recommender.merchandising;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Condition.Kind;
import outfitter.models.merchandising.Rule;

/** Conditions of one rule that can never all be met: by what they say, or because nothing in the shop does. Pure. */
final class Contradictions {
    /** Of these a product, or a conversation, has one: two conditions without a value in common exclude each other. */
    private static final Set<Kind> SINGLE =
            EnumSet.of(Kind.PRODUCT, Kind.BRAND, Kind.SEASON, Kind.INTENT, Kind.CHANNEL);

    /** What an hour, or an import of costs, may change is not held against a rule. */
    private static final Set<Kind> FLEETING = EnumSet.of(Kind.STOCK, Kind.MARGIN);

    private static final Map<Kind, String> WORDS = new EnumMap<>(Map.of(Kind.INTENT, "matter"));

    private Contradictions() {}

    /** The first contradiction of each part of {@code rule}, told at the condition that makes it one. */
    static List<Remark> of(Rule rule, Wares wares) {
        List<Remark> found = new ArrayList<>();
        look(rule, Remark.Part.WHEN, rule.when(), wares).ifPresent(found::add);
        List<Condition> selection = rule.target().selection();
        if (selection != null)
            look(rule, Remark.Part.SELECTION, selection, wares).ifPresent(found::add);
        return found;
    }

    private static Optional<Remark> look(Rule rule, Remark.Part part, List<Condition> conditions, Wares wares) {
        List<Condition> held = new ArrayList<>();
        for (int at = 0; at < conditions.size(); at++) {
            Condition late = conditions.get(at);
            Optional<String> why = apart(held, late);
            held.add(late);
            if (why.isEmpty() && asksMore(held, late) && !isMet(held, wares)) {
                why = Optional.of("nothing in the shop is all of that at once");
            }
            if (why.isPresent()) {
                String idle = part == Remark.Part.WHEN ? "It never speaks: " : "It moves nothing: ";
                return Optional.of(new Remark(rule.id(), idle + why.get(), true, new Remark.Spot(part, at)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> apart(List<Condition> held, Condition late) {
        return held.stream().anyMatch(early -> areApart(early, late))
                ? Optional.of("no " + WORDS.getOrDefault(late.is(), late.is().code()) + " fits both conditions on it")
                : Optional.empty();
    }

    private static boolean areApart(Condition one, Condition other) {
        if (one.is() != other.is()) return false;
        if (one.is().isRange()) return isBelow(one, other) || isBelow(other, one);
        return SINGLE.contains(one.is()) && Collections.disjoint(one.any(), other.any());
    }

    private static boolean isBelow(Condition one, Condition other) {
        return one.to() != null && other.from() != null && one.to() < other.from();
    }

    /** Whether {@code late} narrows something down: one condition alone is told of elsewhere. */
    private static boolean asksMore(List<Condition> held, Condition late) {
        return isLasting(late)
                && held.stream().filter(Contradictions::isLasting).count() > 1;
    }

    private static boolean isMet(List<Condition> conditions, Wares wares) {
        List<Condition> lasting =
                conditions.stream().filter(Contradictions::isLasting).toList();
        return wares.catalogue().products().stream()
                .anyMatch(product -> lasting.stream().allMatch(each -> wares.meets(product.id(), each)));
    }

    private static boolean isLasting(Condition condition) {
        return condition.is().isAboutProduct() && !FLEETING.contains(condition.is());
    }
}
