package outfitter.recommender.merchandising;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Product;

/** Whether rules make sense for a shop, and together. Pure. */
public final class RuleCheck {
    private RuleCheck() {}

    /**
     * Something that must be mended before the rules can be saved.
     *
     * @param contradiction whether two rules are at odds, rather than one being wrong by itself
     * @param text names the rules and says what is wrong, for the merchandiser
     */
    public record Fault(boolean contradiction, String text) {}

    /** Everything that is wrong, in the order of the rules; faults of single rules before contradictions. */
    public static List<Fault> faults(RuleSet rules, Catalogue catalogue) {
        List<Fault> faults = new ArrayList<>();
        for (Rule rule : rules.rules()) wrong(rule, catalogue).ifPresent(text -> faults.add(new Fault(false, text)));
        for (Rule pin : rules.rules()) {
            if (pin.act() == Rule.Act.PIN) {
                contradiction(pin, rules, catalogue).ifPresent(text -> faults.add(new Fault(true, text)));
            }
        }
        return faults;
    }

    private static Optional<String> wrong(Rule rule, Catalogue catalogue) {
        String at = rule.anchor().product();
        if (catalogue.product(rule.product()).isEmpty()) return unknown(rule, "product", rule.product());
        if (at != null && catalogue.product(at).isEmpty()) return unknown(rule, "product", at);
        String category = rule.anchor().category();
        if (category != null && catalogue.category(category).isEmpty()) return unknown(rule, "category", category);
        if (rule.product().equals(at)) {
            return Optional.of("rule '" + rule.name() + "' is about '" + at + "' beside itself");
        }
        return Optional.empty();
    }

    private static Optional<String> unknown(Rule rule, String what, String id) {
        return Optional.of(
                "rule '" + rule.name() + "' names the " + what + " '" + id + "', which the shop does not have");
    }

    private static Optional<String> contradiction(Rule pin, RuleSet rules, Catalogue catalogue) {
        return rules.rules().stream()
                .filter(other -> isAboutTheSame(pin, other))
                .filter(other -> other.act() == Rule.Act.EXCLUDE
                        ? covers(other.anchor(), pin.anchor(), catalogue)
                        : isLater(other, pin, rules) && other.anchor().equals(pin.anchor()))
                .findFirst()
                .map(other -> other.act() == Rule.Act.EXCLUDE
                        ? "rule '" + pin.name() + "' pins '" + pin.product() + "', which rule '" + other.name()
                                + "' excludes"
                        : "rules '" + pin.name() + "' and '" + other.name() + "' pin '" + pin.product() + "' twice");
    }

    private static boolean isAboutTheSame(Rule one, Rule other) {
        return !one.id().equals(other.id())
                && one.list() == other.list()
                && one.product().equals(other.product());
    }

    private static boolean isLater(Rule one, Rule other, RuleSet rules) {
        return rules.rules().indexOf(one) > rules.rules().indexOf(other);
    }

    /** Whether the first speaks wherever the second does. */
    private static boolean covers(Rule.Anchor wide, Rule.Anchor narrow, Catalogue catalogue) {
        if (wide.always() || wide.equals(narrow)) return true;
        String category = wide.category();
        if (category == null) return false;
        String within = narrow.product() == null
                ? narrow.category()
                : catalogue.product(narrow.product()).map(Product::category).orElse(null);
        return within != null
                && catalogue.path(within).stream().map(Category::id).anyMatch(id -> Objects.equals(id, category));
    }
}
