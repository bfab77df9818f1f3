package outfitter.server.recommend;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;
import outfitter.models.customer.Customers;
import outfitter.models.json.Json;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Category;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.recommender.Recommender;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Merchandising.Lengths;
import outfitter.recommender.ranking.GoesOn;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;
import outfitter.recommender.visit.Visits;
import outfitter.server.http.Access;
import outfitter.server.http.Answer;
import outfitter.server.http.Api;
import outfitter.server.http.Operation;
import outfitter.server.http.Requests;

/** {@code GET /api/recommend/…}: lists for the shop's own pages, under the rules in force. */
final class ListRoutes {
    private static final String PATH = "/api/recommend/";
    private static final String LANGUAGE = "en";
    private static final int USUAL = 8;
    private static final int MOST = 20;
    private static final int MOST_NAMED = 50;
    private static final int MOST_EXCLUDED = 300;
    private static final int FEWEST_VISITORS = 2;
    private static final String FOR_ALL = "public, max-age=60";
    private static final String FOR_ONE = "private, no-cache";

    private final Recommender recommender;
    private final Supplier<Catalogue> catalogue;
    private final Customers customers;
    private final Clock clock;
    private final KeyLimit limit;

    ListRoutes(
            Recommender recommender, Supplier<Catalogue> catalogue, Customers customers, Clock clock, KeyLimit limit) {
        this.recommender = recommender;
        this.catalogue = catalogue;
        this.customers = customers;
        this.clock = clock;
        this.limit = limit;
    }

    void mount(Api api) {
        mount(api, "goes-with", "Tells what goes with products", FOR_ALL, "product", this::goesWith);
        mount(api, "step-up", "Tells what would be a better one of the same kind", FOR_ALL, "product", this::stepUp);
        mount(api, "cart", "Tells what completes a cart", FOR_ALL, "product", this::cart);
        mount(api, "popular", "Tells what is bought most in this season", FOR_ALL, "category", this::popular);
        mount(api, "customer", "Tells what to show a customer or a visitor", FOR_ONE, "visitor", this::customer);
        mount(api, "again", "Tells what a customer may want to buy again", FOR_ONE, "customer", this::again);
    }

    /**
     * A list.
     *
     * @param products best first
     * @param emptyBecause null unless there are none
     */
    record Recommended(List<Item> products, @Nullable Empty emptyBecause) {}

    /**
     * One of them.
     *
     * @param why what can be said for it, strongest first
     * @param sku the variant to offer; null when the customer is to choose
     */
    record Item(
            String id,
            String title,
            String picture,
            Money price,
            @Nullable String sku,
            @Nullable String size,
            List<String> why) {}

    /** What was found, best first, and whether rules of the shop's took something away. */
    private record Found(List<Suggestion> products, boolean isRuled) {
        static Found of(SuggestionList list, Suggestions all) {
            return new Found(
                    list == SuggestionList.GOES_WITH ? all.goesWith() : all.stepUp(),
                    all.exclusions().stream().anyMatch(each -> each.list() == list));
        }

        /** Without what rules brought in from beyond what was asked for. */
        Found only(Predicate<String> wanted) {
            return new Found(
                    products.stream()
                            .filter(each -> wanted.test(each.product()))
                            .toList(),
                    isRuled);
        }

        Empty emptyWithout(Set<String> excluded) {
            if (products.stream().anyMatch(each -> excluded.contains(each.product()))) return Empty.EXCLUDE;
            return isRuled ? Empty.RULES : Empty.NOTHING;
        }
    }

    /**
     * How much is asked for.
     *
     * @param most so many are shown at most
     * @param excluded ids of products that the caller does not want
     */
    private record Wanted(int most, Set<String> excluded) {
        boolean has(Product product) {
            return !excluded.contains(product.id());
        }

        /** Long enough for what rules pin and the caller does not want. */
        int looked() {
            return most + excluded.size();
        }

        Wanted withoutExclusions() {
            return new Wanted(most, Set.of());
        }
    }

    @FunctionalInterface
    private interface Asking {
        Future<Found> ask(RoutingContext ctx, Wanted wanted);
    }

    private void mount(Api api, String name, String summary, String caching, String of, Asking asking) {
        Operation operation = Operation.of(summary)
                .by(Access.KEY)
                .query(of, String.class, meaning(of))
                .query("exclude", String.class, "ids of products not to show, commas between, at most 300")
                .query("limit", Integer.class, "at most so many, 8 unless given, 20 at most")
                .returns(Recommended.class)
                .returns(304)
                .fails(429, "the key asks too often");
        if (of.equals("category")) operation.query("segment", String.class, meaning("segment"));
        if (of.equals("visitor")) operation.query("customer", String.class, meaning("customer"));
        if (!of.equals("product")) operation.fails(404, "there is no such category or customer");
        api.get(PATH + name, operation, ctx -> {
            limit.count(ctx);
            Wanted wanted = new Wanted(
                    Requests.number(ctx, "limit", USUAL, 1, MOST), new HashSet<>(ids(ctx, "exclude", MOST_EXCLUDED)));
            return list(ctx, asking, wanted).map(list -> answer(ctx, list, caching));
        });
    }

    private Future<Recommended> list(RoutingContext ctx, Asking asking, Wanted wanted) {
        return asking.ask(ctx, wanted).compose(found -> {
            List<Item> items = items(found, wanted);
            if (!items.isEmpty()) return Future.succeededFuture(new Recommended(items, null));
            return asking.ask(ctx, wanted.withoutExclusions())
                    .map(all -> new Recommended(items, all.emptyWithout(wanted.excluded())));
        });
    }

    private static String meaning(String of) {
        return switch (of) {
            case "product" -> "ids of products, commas between, at most 50; unknown ones are passed over";
            case "category" -> "only in this category and below it; an id of /api/shop/categories";
            case "segment" -> "what these buy more than others: new, returning, a tier, country:GB; commas between";
            case "visitor" -> "as in /api/events";
            default -> "the customer's id in the shop's own system";
        };
    }

    private Future<Found> goesWith(RoutingContext ctx, Wanted wanted) {
        return ask(lookingAt(named(ctx)), new Lengths(wanted.looked(), 0), wanted)
                .map(ListRoutes::goesWith);
    }

    private Future<Found> stepUp(RoutingContext ctx, Wanted wanted) {
        return ask(lookingAt(named(ctx)), new Lengths(0, wanted.looked()), wanted)
                .map(all -> Found.of(SuggestionList.STEP_UP, all));
    }

    private Future<Found> cart(RoutingContext ctx, Wanted wanted) {
        Situation cart = new Situation(List.of(), named(ctx), List.of(), Set.of(), Set.of(), Map.of(), clock.instant());
        return ask(cart, new Lengths(wanted.looked(), 0), wanted).map(ListRoutes::goesWith);
    }

    private Future<Found> popular(RoutingContext ctx, Wanted wanted) {
        Set<String> segments = new HashSet<>(ids(ctx, "segment", MOST_NAMED));
        Optional<String> category = Requests.query(ctx, "category");
        if (category.isEmpty()) {
            return recommender
                    .popular(segments, wanted::has, new Lengths(wanted.looked(), 0))
                    .map(ListRoutes::goesWith);
        }
        if (catalogue.get().category(category.get()).isEmpty()) {
            throw new HttpException(404, "category: there is no such one; see /api/shop/categories");
        }
        return recommender
                .popular(
                        segments,
                        product -> wanted.has(product) && isIn(category.get(), product.id()),
                        new Lengths(Math.max(MOST_NAMED, wanted.looked()), 0))
                .map(ListRoutes::goesWith)
                .map(found -> found.only(product -> isIn(category.get(), product)));
    }

    private Future<Found> customer(RoutingContext ctx, Wanted wanted) {
        Optional<String> visitor = Requests.query(ctx, "visitor");
        Optional<String> customer = Requests.query(ctx, "customer");
        if (customer.isPresent()) {
            return known(customer.get())
                    .compose(id -> recommender.forCustomer(id, wanted::has, new Lengths(wanted.looked(), 0)))
                    .map(ListRoutes::goesWith);
        }
        Visits visits = recommender.visits();
        List<String> viewed = visitor.map(visits::of).orElse(List.of());
        List<String> cart = visitor.map(visits::cartOf).orElse(List.of());
        Map<String, GoesOn> next = visits.next(viewed);
        Situation situation = new Situation(
                        List.of(), viewed, cart, List.of(), Set.of(), Set.of(), Set.of(), Map.of(), clock.instant())
                .with(next);
        List<String> wentOn = next.entrySet().stream()
                .filter(each -> each.getValue().visitors() >= FEWEST_VISITORS)
                .map(Map.Entry::getKey)
                .toList();
        int looked = Math.max(MOST, wanted.looked());
        return ask(situation, new Lengths(looked, looked), wanted).map(found -> nextFirst(wentOn, found));
    }

    /** What others looked at next leads, where it is among what may be shown; the rest follows in its own order. */
    private static Found nextFirst(List<String> next, Suggestions found) {
        List<Suggestion> all = new ArrayList<>();
        for (String product : next) {
            Stream.concat(found.goesWith().stream(), found.stepUp().stream())
                    .filter(each -> each.product().equals(product))
                    .findFirst()
                    .ifPresent(all::add);
        }
        Set<String> first = new HashSet<>(next);
        found.goesWith().stream()
                .filter(each -> !first.contains(each.product()))
                .forEach(all::add);
        return new Found(all, !found.exclusions().isEmpty());
    }

    private Future<Found> again(RoutingContext ctx, Wanted wanted) {
        return known(Requests.required(ctx, "customer"))
                .compose(id -> recommender.again(id, wanted.looked()))
                .map(ListRoutes::goesWith);
    }

    private static Found goesWith(Suggestions all) {
        return Found.of(SuggestionList.GOES_WITH, all);
    }

    private Future<CustomerId> known(String externalId) {
        return customers
                .byExternalId(externalId)
                .map(found -> found.orElseThrow(() -> new HttpException(404, "customer: there is no such one"))
                        .id());
    }

    private Future<Suggestions> ask(Situation situation, Lengths lengths, Wanted wanted) {
        return recommender.suggest(
                situation, recommender.rules().live(), Circumstances.at(situation.now()), lengths, wanted::has);
    }

    private Situation lookingAt(List<String> products) {
        return Situation.lookingAt(products, clock.instant())
                .with(recommender.visits().next(products));
    }

    private List<String> named(RoutingContext ctx) {
        Requests.required(ctx, "product");
        return ids(ctx, "product", MOST_NAMED);
    }

    private static List<String> ids(RoutingContext ctx, String name, int most) {
        List<String> ids = ctx.queryParam(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        if (ids.size() > most) throw Requests.malformed(name, "at most " + most);
        return ids;
    }

    private boolean isIn(String category, String product) {
        Catalogue now = catalogue.get();
        return now.product(product)
                .map(Product::category)
                .map(leaf -> now.path(leaf).stream().map(Category::id).anyMatch(category::equals))
                .orElse(false);
    }

    private List<Item> items(Found found, Wanted wanted) {
        Catalogue now = catalogue.get();
        return found.products().stream()
                .filter(each -> !wanted.excluded().contains(each.product()))
                .flatMap(each -> now.product(each.product()).flatMap(product -> item(product, each)).stream())
                .limit(wanted.most())
                .toList();
    }

    private static Object answer(RoutingContext ctx, Recommended recommended, String caching) {
        CRC32C sum = new CRC32C();
        sum.update(Json.write(recommended).getBytes(StandardCharsets.UTF_8));
        String tag = "\"" + Long.toHexString(sum.getValue()) + "\"";
        ctx.response()
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                .putHeader(HttpHeaders.VARY, "Authorization");
        return Requests.hasAlready(ctx, tag) ? new Answer(304, null) : new Answer(200, recommended);
    }

    private Optional<Item> item(Product product, Suggestion suggestion) {
        return product.price()
                .map(price -> new Item(
                        product.id(),
                        product.title(),
                        product.picture(),
                        price,
                        suggestion.sku(),
                        suggestion.size(),
                        suggestion.evidence().stream()
                                .map(each -> recommender.say(each, LANGUAGE))
                                .toList()));
    }
}
