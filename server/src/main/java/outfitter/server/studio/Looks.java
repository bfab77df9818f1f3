package outfitter.server.studio;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.ProductCards;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Stocks;
import outfitter.recommender.Recommender;
import outfitter.recommender.merchandising.Change;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.ranking.Exclusion;
import outfitter.recommender.ranking.HiddenPin;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

/** Puts what the recommender says into the words of the studio's page. */
final class Looks {
    private static final String LANGUAGE = "en";

    private final Recommender recommender;
    private final Supplier<Catalogue> catalogue;
    private final ProductCards cards;
    private final Stocks stocks;

    Looks(Recommender recommender, Supplier<Catalogue> catalogue, Stocks stocks) {
        this.recommender = recommender;
        this.catalogue = catalogue;
        cards = new ProductCards(catalogue, stocks);
        this.stocks = stocks;
    }

    /** These products, in their order; without variants they are left out. */
    Future<List<StudioProduct>> products(List<Product> products) {
        List<String> ids = products.stream().map(Product::id).toList();
        Set<String> active =
                products.stream().filter(Product::active).map(Product::id).collect(Collectors.toSet());
        Future<Map<String, Stock>> stock = stocks.ofProducts(ids);
        Future<List<ProductCards.Detailed>> detailed = cards.detailed(ids);
        return Future.all(stock, detailed)
                .map(both -> detailed.result().stream()
                        .map(each -> StudioProduct.of(
                                each, active.contains(each.card().id()), stock.result()))
                        .toList());
    }

    /** What {@code rules} let somebody see who looks at {@code product}. */
    Future<StudioLists> lists(Situation lookingAt, RuleSet rules, Circumstances circumstances) {
        return recommender
                .suggest(lookingAt, rules, circumstances, Merchandising.FOR_THE_STUDIO)
                .map(this::lists);
    }

    Drafts.Changed changed(Change change) {
        Product anchor = product(change.anchor());
        return new Drafts.Changed(
                anchor.id(),
                anchor.title(),
                anchor.picture(),
                change.list().code(),
                change.size(),
                named(change.before()),
                named(change.after()));
    }

    String title(String product) {
        return catalogue.get().product(product).map(Product::title).orElse(product);
    }

    private StudioLists lists(Suggestions suggestions) {
        List<StudioLists.HiddenPin> hidden =
                suggestions.hiddenPins().stream().map(this::hidden).toList();
        List<StudioLists.Excluded> excluded =
                suggestions.exclusions().stream().map(this::excluded).toList();
        List<StudioLists.Item> goesWith = items(suggestions.goesWith());
        List<StudioLists.Item> stepUp = items(suggestions.stepUp());
        return new StudioLists(
                goesWith,
                stepUp,
                hidden,
                excluded,
                goesWith.isEmpty() ? whyEmpty(SuggestionList.GOES_WITH, suggestions) : null,
                stepUp.isEmpty() ? whyEmpty(SuggestionList.STEP_UP, suggestions) : null);
    }

    private static String whyEmpty(SuggestionList list, Suggestions suggestions) {
        List<Exclusion> gone = suggestions.exclusions().stream()
                .filter(exclusion -> exclusion.list() == list)
                .toList();
        String rules = gone.stream()
                .map(exclusion -> "\u201C" + exclusion.rule().name() + "\u201D")
                .distinct()
                .collect(Collectors.joining(", "));
        if (!gone.isEmpty())
            return "It is empty because rules leave out what was ranked (" + gone.size() + "): " + rules;
        return "Nothing true speaks for any product that can be had now";
    }

    private List<StudioLists.Item> items(List<Suggestion> suggestions) {
        List<StudioLists.Item> items = new ArrayList<>();
        suggestions.forEach(suggestion -> items.add(item(suggestion, product(suggestion.product()))));
        return items;
    }

    private StudioLists.Item item(Suggestion suggestion, Product product) {
        Rule movedBy = suggestion.movedBy();
        Money price = product.price().orElseThrow();
        return new StudioLists.Item(
                product.id(),
                product.title(),
                product.picture(),
                price,
                suggestion.list().code(),
                suggestion.place(),
                suggestion.ownPlace(),
                suggestion.rankedAt(),
                suggestion.score(),
                suggestion.evidence().stream()
                        .map(evidence -> recommender.say(evidence, LANGUAGE))
                        .toList(),
                movedBy == null
                        ? null
                        : new StudioLists.Mover(
                                movedBy.id(), movedBy.name(), movedBy.act().code()),
                StudioLists.Left.of(suggestion.quantity(), suggestion.size()));
    }

    private StudioLists.HiddenPin hidden(HiddenPin pin) {
        String product = pin.product();
        return new StudioLists.HiddenPin(
                pin.rule(),
                pin.list().code(),
                product,
                title(product),
                pin.why().code());
    }

    private StudioLists.Excluded excluded(Exclusion exclusion) {
        String product = exclusion.product();
        return new StudioLists.Excluded(
                exclusion.rule(), exclusion.list().code(), product, title(product), exclusion.rankedAt());
    }

    private List<Drafts.Named> named(List<Suggestion> suggestions) {
        return suggestions.stream()
                .map(suggestion -> product(suggestion.product()))
                .map(product -> new Drafts.Named(product.id(), product.title(), product.picture()))
                .toList();
    }

    private Product product(String id) {
        return catalogue.get().product(id).orElseThrow();
    }
}
