package outfitter.recommender.merchandising;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outfitter.models.merchandising.Act;
import outfitter.models.merchandising.Condition;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.shop.Product;
import outfitter.recommender.ranking.Season;

/** Whether rules make sense for a shop. Pure. */
public final class RuleCheck {
    private static final Set<String> SEASONS =
            Stream.of(Season.values()).map(Season::code).collect(Collectors.toSet());

    private final Wares wares;
    private final List<Remark> faults = new ArrayList<>();

    private RuleCheck(Wares wares) {
        this.wares = wares;
    }

    /** What must be mended before the rules can be saved, in the order of the rules. */
    public static List<Remark> faults(RuleSet rules, Wares wares) {
        RuleCheck check = new RuleCheck(wares);
        rules.rules().forEach(check::look);
        return check.faults;
    }

    /**
     * What a merchandiser should know of rules that are in order: what they ask for and nobody can tell, what excludes
     * itself, what they miss.
     */
    public static List<Remark> remarks(RuleSet rules, Wares wares) {
        List<Remark> remarks = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            remarks.addAll(Contradictions.of(rule, wares));
            Stream.concat(
                            rule.when().stream(),
                            Stream.ofNullable(rule.target().selection()).flatMap(List::stream))
                    .forEach(condition ->
                            doubt(condition, wares).ifPresent(text -> remarks.add(Remark.of(rule.id(), text))));
            if (rule.act() == Act.EXCLUDE && namesAll(rule, wares)) {
                remarks.add(Remark.of(rule.id(), "It excludes everything: where it speaks, nothing is left to show"));
            }
            if (wares.listed(rule.target()).isEmpty() && rule.target().set() != null) {
                remarks.add(Remark.of(rule.id(), "The set is empty: nothing is moved"));
            }
        }
        return remarks;
    }

    private static boolean namesAll(Rule rule, Wares wares) {
        Collection<Product> all = wares.catalogue().products();
        return !all.isEmpty() && all.stream().allMatch(product -> wares.names(rule.target(), product.id()));
    }

    private static Optional<String> doubt(Condition condition, Wares wares) {
        Collection<Product> all = wares.catalogue().products();
        return switch (condition.is()) {
            case MARGIN -> {
                long unknown = all.stream()
                        .filter(product -> wares.margin(product.id()).isEmpty())
                        .count();
                yield some(
                        unknown > 0,
                        "The cost of " + unknown + " of " + all.size()
                                + " products is not known: this is never so for them");
            }
            case BRAND, TAG -> {
                boolean none = all.stream().noneMatch(product -> wares.meets(product.id(), condition));
                yield some(
                        none,
                        "Nothing in the shop has the " + condition.is().code() + " "
                                + String.join(" or ", condition.any()));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> some(boolean doubted, String text) {
        return doubted ? Optional.of(text) : Optional.empty();
    }

    private void look(Rule rule) {
        if (rule.target().products() != null) {
            rule.target().products().forEach(product -> product(rule, product));
        }
        if (rule.target().set() != null) set(rule, rule.target().set());
        if (rule.target().selection() != null) rule.target().selection().forEach(condition -> look(rule, condition));
        rule.when().forEach(condition -> look(rule, condition));
        if (isBesideItself(rule)) {
            faults.add(Remark.of(rule.id(), "rule '" + rule.name() + "' is about a product beside itself"));
        }
    }

    private void look(Rule rule, Condition condition) {
        switch (condition.is()) {
            case PRODUCT -> condition.any().forEach(product -> product(rule, product));
            case SET -> condition.any().forEach(set -> set(rule, set));
            case CATEGORY ->
                condition.any().stream()
                        .filter(id -> wares.catalogue().category(id).isEmpty())
                        .forEach(id -> unknown(rule, "category", id));
            case SEASON ->
                condition.any().stream()
                        .filter(season -> !SEASONS.contains(season))
                        .forEach(season -> unknown(rule, "season", season));
            default -> {}
        }
    }

    private void product(Rule rule, String product) {
        if (wares.catalogue().product(product).isEmpty()) unknown(rule, "product", product);
    }

    private void set(Rule rule, String set) {
        if (!wares.sets().containsKey(set)) unknown(rule, "set", set);
    }

    private void unknown(Rule rule, String what, String id) {
        faults.add(Remark.of(
                rule.id(),
                "rule '" + rule.name() + "' names the " + what + " '" + id + "', which the shop does not have"));
    }

    private static boolean isBesideItself(Rule rule) {
        List<String> products = rule.target().products();
        return rule.act() == Act.PIN
                && products != null
                && rule.when().stream()
                        .anyMatch(condition ->
                                condition.is() == Condition.Kind.PRODUCT && products.containsAll(condition.any()));
    }
}
