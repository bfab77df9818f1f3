package outfitter.recommender.merchandising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.Target;
import outfitter.models.shop.Category;
import outfitter.models.shop.Product;

/**
 * Rules that are at odds wherever one of them speaks, and which of them has its way. A rule inside a wider one (an
 * exclusion for one boot beside a pin for all boots) is an exception to it and no conflict. Pure.
 */
public final class Conflicts {
    private static final int MOST = 100;

    private final Wares wares;
    private final List<Conflict> found = new ArrayList<>();
    private final Map<Target, Set<String>> meant = new HashMap<>();

    private Conflicts(Wares wares) {
        this.wares = wares;
    }

    /**
     * Two rules at odds.
     *
     * @param wins the id of the rule that has its way
     * @param loses the id of the one that yields
     * @param text what happens, for the merchandiser
     */
    public record Conflict(String wins, String loses, String text) {}

    /** The first hundred, in the order of the rules. */
    public static List<Conflict> among(RuleSet rules, Wares wares) {
        Conflicts conflicts = new Conflicts(wares);
        List<Rule> all = rules.rules();
        for (Rule one : all) {
            for (Rule other : all) {
                if (conflicts.found.size() >= MOST) return conflicts.found;
                if (!one.id().equals(other.id()) && meet(one, other))
                    conflicts.look(one, other, all.indexOf(one) < all.indexOf(other));
            }
        }
        return conflicts.found;
    }

    private void look(Rule one, Rule other, boolean earlier) {
        if (one.act() == Act.EXCLUDE && other.act() != Act.EXCLUDE && other.act() != Act.QUOTA) excluded(one, other);
        if (one.act() == Act.ONLY_WITH && other.act() == Act.PIN) onlyWith(one, other);
        if (one.act() == Act.PIN && other.act() == Act.PIN && earlier) pinned(one, other);
        if (one.act() == Act.BOOST && other.act() == Act.BURY) weighed(one, other);
        if (one.act() == Act.QUOTA && other.act() == Act.PIN) counted(one, other);
    }

    private void excluded(Rule exclusion, Rule other) {
        if (!covers(exclusion.when(), other.when())) return;
        Set<String> left = meant(other.target());
        List<String> gone = left.stream()
                .filter(meant(exclusion.target())::contains)
                .sorted()
                .toList();
        boolean matters = other.act() == Act.PIN || other.act() == Act.BUNDLE || gone.size() == left.size();
        if (gone.isEmpty() || !matters) return;
        add(
                exclusion,
                other,
                title(gone.get(0)) + more(gone) + " is never shown here: '" + exclusion.name() + "' goes before '"
                        + other.name() + "'");
    }

    private void onlyWith(Rule only, Rule pin) {
        List<String> both = shared(only, pin);
        if (both.isEmpty() || covers(only.when(), pin.when())) return;
        add(
                only,
                pin,
                "'" + pin.name() + "' shows " + title(both.get(0)) + " only where '" + only.name() + "' lets it");
    }

    private void pinned(Rule one, Rule other) {
        if (!one.when().equals(other.when())) return;
        boolean higher = one.pinnedTo() <= other.pinnedTo();
        List<String> both = shared(one, other);
        if (!both.isEmpty()) {
            Rule wins = higher ? one : other;
            add(
                    wins,
                    higher ? other : one,
                    title(both.get(0)) + " is pinned twice: place " + wins.pinnedTo() + " of '" + wins.name()
                            + "' counts");
        } else if (one.pinnedTo() == other.pinnedTo()) {
            add(
                    one,
                    other,
                    "Both want place " + one.pinnedTo() + ": '" + one.name() + "' stands there, '" + other.name()
                            + "' follows");
        }
    }

    private void weighed(Rule boost, Rule bury) {
        List<String> both = shared(boost, bury);
        if (both.isEmpty() || !(covers(boost.when(), bury.when()) || covers(bury.when(), boost.when()))) return;
        long percent = Math.round(100 * (boost.factor() * bury.factor() - 1));
        boolean boosted = percent >= 0;
        add(
                boosted ? boost : bury,
                boosted ? bury : boost,
                title(both.get(0)) + more(both)
                        + " is boosted and buried: together it counts " + Math.abs(percent) + " % "
                        + (boosted ? "more" : "less"));
    }

    private void counted(Rule quota, Rule pin) {
        int pins = shared(quota, pin).size();
        if (pins <= quota.allowed() || !covers(quota.when(), pin.when())) return;
        add(
                quota,
                pin,
                "'" + pin.name() + "' pins " + pins + ", and '" + quota.name() + "' lets only " + quota.allowed()
                        + " be shown");
    }

    private void add(Rule wins, Rule loses, String text) {
        found.add(new Conflict(wins.id(), loses.id(), text));
    }

    private List<String> shared(Rule one, Rule other) {
        Set<String> named = meant(other.target());
        return meant(one.target()).stream().filter(named::contains).sorted().toList();
    }

    /** Everything that a target may name, whatever is in stock. */
    private Set<String> meant(Target target) {
        return meant.computeIfAbsent(target, asked -> {
            List<Condition> selection = asked.selection();
            if (selection == null) return Set.copyOf(wares.listed(asked));
            return wares.catalogue().products().stream()
                    .map(Product::id)
                    .filter(id -> selection.stream()
                            .allMatch(each -> each.is() == Condition.Kind.STOCK || wares.meets(id, each)))
                    .collect(Collectors.toSet());
        });
    }

    /** Whether the first conditions hold wherever the second do. */
    private boolean covers(List<Condition> wide, List<Condition> narrow) {
        return wide.stream().allMatch(needed -> narrow.stream().anyMatch(given -> implies(given, needed)));
    }

    private boolean implies(Condition given, Condition needed) {
        if (given.is() == Condition.Kind.PRODUCT && needed.is().isAboutProduct()) {
            return needed.is() != Condition.Kind.STOCK
                    && given.any().stream().allMatch(product -> wares.meets(product, needed));
        }
        if (given.is() != needed.is()) return false;
        if (given.is().isRange()) {
            return (needed.from() == null || (given.from() != null && given.from() >= needed.from()))
                    && (needed.to() == null || (given.to() != null && given.to() <= needed.to()));
        }
        if (given.is() == Condition.Kind.CATEGORY) {
            return given.any().stream()
                    .allMatch(category -> wares.catalogue().path(category).stream()
                            .map(Category::id)
                            .anyMatch(needed.any()::contains));
        }
        return needed.any().containsAll(given.any());
    }

    /** Whether both are ever on at the same time, in the same list. */
    private static boolean meet(Rule one, Rule other) {
        boolean sameList = one.list() == null || other.list() == null || Objects.equals(one.list(), other.list());
        boolean before =
                one.until() != null && other.from() != null && !other.from().isBefore(one.until());
        boolean after =
                other.until() != null && one.from() != null && !one.from().isBefore(other.until());
        return sameList && !before && !after;
    }

    private String title(String product) {
        return wares.catalogue().product(product).map(Product::title).orElse(product);
    }

    private static String more(List<String> products) {
        return products.size() == 1 ? "" : " (and " + (products.size() - 1) + " more)";
    }
}
