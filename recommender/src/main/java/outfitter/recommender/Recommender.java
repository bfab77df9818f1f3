package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Conversation;
import outfitter.models.customer.CustomerId;
import outfitter.models.merchandising.DeclinedPairs;
import outfitter.models.merchandising.Impressions;
import outfitter.models.merchandising.Margins;
import outfitter.models.merchandising.OrderSample;
import outfitter.models.merchandising.Rule;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderFeed;
import outfitter.models.shop.Orders;
import outfitter.models.shop.Product;
import outfitter.models.shop.Stock;
import outfitter.models.shop.Stocks;
import outfitter.recommender.merchandising.Change;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Effect;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Merchandising.Lengths;
import outfitter.recommender.merchandising.Review;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Disliked;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.EvidenceTexts;
import outfitter.recommender.ranking.HiddenPin.Why;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;
import outfitter.recommender.training.Lesson;

/**
 * Suggests products to customers, one a server, shared by everything in it. Ranking is arithmetic in memory; the
 * customer's own facts and the stock of the candidates are read when a question is asked, so that nothing sold out, owned,
 * returned or in the cart comes back. Before {@link #start} has completed every answer is empty.
 */
public final class Recommender {
    private static final Logger LOG = LoggerFactory.getLogger(Recommender.class);
    private static final String FALLBACK_LANGUAGE = "en";
    private static final Duration LOOK_BACK = Duration.ofDays(2);
    /** What was learned longer ago than this is learned anew after the start. */
    private static final Duration STALE = Duration.ofHours(36);

    private static final Duration PAIRS_FRESH = Duration.ofSeconds(20);

    /** So many more than are wanted are looked up, as some will be sold out. */
    private static final int SPARE = 4;

    private final Supplier<Catalogue> catalogue;
    private final Clock clock;
    private final IndexKeeper keeper;
    private final SituationReader situations;
    private final Visits visits;
    private final DeclinedPairs pairs;
    private volatile Instant pairsRead = Instant.MIN;
    private final Stocks stocks;
    private final Impressions impressions;
    private final RuleBook rules;
    private final Preview preview;
    private final Replay replay;
    private final LearningTimes times;
    private final CircumstanceReader circumstances;
    private final MarginBook margins;
    private final Map<String, Optional<EvidenceTexts>> texts = new ConcurrentHashMap<>();

    /** @param catalogue what is sold now; when it gives another one, the index follows */
    public Recommender(Vertx vertx, Pool db, Supplier<Catalogue> catalogue, Clock clock) {
        this(vertx, db, catalogue, null, clock);
    }

    /**
     * One whose index outlives it.
     *
     * @param file where index and blend are kept; null for nowhere
     */
    public Recommender(Vertx vertx, Pool db, Supplier<Catalogue> catalogue, @Nullable Path file, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
        keeper = new IndexKeeper(vertx, new Orders(db), catalogue, file, clock);
        visits = new Visits(clock, work -> vertx.executeBlocking(Executors.callable(work), false));
        pairs = new DeclinedPairs(db);
        situations = new SituationReader(db, catalogue, visits);
        stocks = new Stocks(db);
        impressions = new Impressions(db);
        rules = new RuleBook(vertx, db, clock);
        preview = new Preview(vertx, this::inStock);
        replay = new Replay(vertx, new OrderSample(db), this::inStock);
        times = new LearningTimes(
                vertx, clock, () -> refresh().onFailure(failure -> LOG.error("ranking not learned", failure)));
        circumstances = new CircumstanceReader(db);
        margins = new MarginBook(new Margins(db));
    }

    /**
     * Counts the order log and reads the rules; after this, answers are full. How to rank is learned a while later, beside
     * everything else, and every night.
     */
    public Future<Void> start() {
        return Future.all(keeper.open(), rules.reload(), margins.reload(catalogue.get()), reloadPairs())
                .compose(ready -> settleMissed())
                .onSuccess(settled -> times.begin(isFresh()));
    }

    /** Stops listening to other nodes. */
    public Future<Void> close() {
        times.close();
        return rules.close();
    }

    /**
     * Learns how to rank from what was ordered so far, off the event loop, and ranks by it if it passes: a blend of the
     * signals that is not better than the best of them, on choices that it has not learned from, changes nothing.
     */
    public Future<Lesson> learn() {
        return keeper.learn().compose(lesson -> keeper.save().map(lesson));
    }

    /** Counts all orders anew, learns from them, and saves both: what is done every night. */
    public Future<Lesson> refresh() {
        return keeper.rebuildAnew().compose(counted -> learn());
    }

    /** How many orders the index has. */
    public long orders() {
        return keeper.orders();
    }

    /** What was learned last, used or refused; empty before that. */
    public Optional<Lesson> lastLesson() {
        return keeper.lastLesson();
    }

    /**
     * What to suggest to the customer of this conversation now, by what was named in it, the cart and what they own. Says
     * nothing of open problems or of the hold-out ({@link HoldOut}): who shows it decides whether to.
     */
    public Future<Suggestions> suggest(Conversation conversation) {
        keepPairsFresh();
        Future<Situation> situation = situations.of(conversation, clock.instant());
        return situation.compose(found -> circumstances
                .of(conversation, found, rules.live())
                .compose(now -> suggest(found, rules.live(), now, Merchandising.FOR_THE_DESK)));
    }

    /**
     * Why {@code product} must not be put before the customer of this conversation now; empty when it may. The look at
     * stock, ownership and rules that was taken for {@link #suggest}, once more, for the moment when it is sent.
     */
    public Future<Optional<Why>> objection(Conversation conversation, String product) {
        RuleSet inForce = rules.live();
        return situations
                .of(conversation, clock.instant())
                .compose(situation -> circumstances
                        .of(conversation, situation, inForce)
                        .compose(now -> objection(keeper.ranker().shortlist(situation), product, inForce, now)));
    }

    private Future<Optional<Why>> objection(Shortlist shortlist, String product, RuleSet inForce, Circumstances now) {
        Set<String> asked = new HashSet<>(Merchandising.named(inForce, wares(), shortlist));
        asked.add(product);
        return inStock(shortlist.skus(asked))
                .map(stock -> Merchandising.forbids(product, shortlist, inForce, wares().with(stock), now)
                        .map(rule -> Why.EXCLUDED)
                        .or(() -> shortlist.whyNot(product, stock)));
    }

    /** Why {@code product}, any product, stands where it does in a list beside this conversation, or does not. */
    public Future<Explained> explain(Conversation conversation, String product, SuggestionList list) {
        return situations
                .of(conversation, clock.instant())
                .compose(situation -> circumstances
                        .of(conversation, situation, rules.live())
                        .compose(now ->
                                explain(situation, rules.live(), now, Merchandising.FOR_THE_DESK, product, list)));
    }

    /** The same under {@code asked} rules, for the studio. */
    public Future<Explained> explain(
            Situation situation,
            RuleSet asked,
            Circumstances now,
            Lengths lengths,
            String product,
            SuggestionList list) {
        Shortlist found = keeper.ranker().shortlist(situation);
        Wares wares = wares();
        Set<String> named = new HashSet<>(Merchandising.named(asked, wares, found));
        named.add(product);
        int length = list == SuggestionList.GOES_WITH ? lengths.goesWith() : lengths.stepUp();
        return inStock(found.skus(named)).map(stock -> {
            Suggestions all = Merchandising.arrange(found, asked, wares.with(stock), now, lengths);
            Suggestion shown = (list == SuggestionList.GOES_WITH ? all.goesWith() : all.stepUp())
                    .stream()
                            .filter(each -> each.product().equals(product))
                            .findFirst()
                            .orElse(null);
            Rule excludedBy = Merchandising.forbids(product, found, asked, wares.with(stock), now)
                    .orElse(null);
            return new Explained(
                    list,
                    shown,
                    found.explain(product, list, stock),
                    shown == null ? excludedBy : null,
                    moved(shown),
                    length,
                    found.anchors());
        });
    }

    private static int moved(@Nullable Suggestion shown) {
        if (shown == null || shown.movedBy() == null) return 0;
        Integer own = shown.ownPlace();
        return own == null ? 0 : own - shown.place();
    }

    /** What the customer bought more than once or uses up, what is likeliest used up by now first. */
    public Future<Suggestions> again(CustomerId customer, int most) {
        Instant now = clock.instant();
        return situations.of(customer, List.of(), Set.of(), now).compose(situation -> {
            Map<String, Situation.Purchase> bought = situation.bought().stream()
                    .collect(Collectors.toMap(
                            Situation.Purchase::product,
                            purchase -> purchase,
                            (one, other) -> one,
                            LinkedHashMap::new));
            Shortlist found = keeper.ranker().shortlist(situation);
            List<String> again = bought.values().stream()
                    .filter(purchase -> found.maySee(purchase.product()))
                    .sorted(Comparator.comparingInt((Situation.Purchase purchase) -> -purchase.times())
                            .thenComparing(Situation.Purchase::at))
                    .map(Situation.Purchase::product)
                    .toList();
            Wares wares = wares();
            Set<String> named = new HashSet<>(Merchandising.named(rules.live(), wares, found));
            named.addAll(again);
            return inStock(found.skus(named)).map(stock -> {
                List<Suggestion> shown = new ArrayList<>();
                Circumstances at = Circumstances.at(now);
                for (String product : again) {
                    boolean out = found.whyNot(product, stock).isPresent()
                            || Merchandising.forbids(product, found, rules.live(), wares.with(stock), at)
                                    .isPresent();
                    if (out || shown.size() == most) continue;
                    int place = shown.size() + 1;
                    shown.add(found.suggestion(product, SuggestionList.GOES_WITH, place, place, null, stock));
                }
                return new Suggestions(shown, List.of(), List.of(), List.of(), List.of(), now);
            });
        });
    }

    /** What goes with what this customer looks at, has in the cart and bought, {@code lengths} long. */
    public Future<Suggestions> forCustomer(CustomerId customer, Lengths lengths) {
        return situations
                .of(customer, List.of(), Set.of(), clock.instant())
                .compose(situation -> circumstances
                        .of(customer, situation, rules.live())
                        .compose(now -> suggest(situation, rules.live(), now, lengths)));
    }

    /** What visitors look at on the shop's own pages. */
    public Visits visits() {
        return visits;
    }

    /** What agents said does not go together. */
    public DeclinedPairs declinedPairs() {
        return pairs;
    }

    // Other nodes' agents decline as well: what they said is looked up now and then, beside a question.
    private void keepPairsFresh() {
        Instant now = clock.instant();
        if (pairsRead.plus(PAIRS_FRESH).isAfter(now)) return;
        reloadPairs().onFailure(failure -> LOG.warn("declined pairs not read", failure));
    }

    private Future<Void> reloadPairs() {
        pairsRead = clock.instant();
        return pairs.all()
                .onSuccess(all -> keeper.disliked()
                        .learn(all.stream()
                                .map(pair -> new Disliked.Pair(pair.anchor(), pair.product(), pair.declines()))
                                .toList()))
                .mapEmpty();
    }

    /** What goes with {@code products}, and what would be a step up from them, for this customer. */
    public Future<Suggestions> goesWith(CustomerId customer, List<String> products) {
        return situations
                .of(customer, products, Set.of(), clock.instant())
                .compose(situation -> circumstances
                        .of(customer, situation, rules.live())
                        .compose(now -> suggest(situation, rules.live(), now, Merchandising.FOR_THE_DESK)));
    }

    /** What fits the wish and can be had now, best first; nothing that the customer owns for good or sent back as faulty. */
    public Future<List<Found>> find(Wish wish) {
        Finder finder = new Finder(wish, catalogue.get());
        return situations
                .of(wish.customer(), List.of(), Set.of(), clock.instant())
                .compose(situation -> {
                    Shortlist customer = keeper.ranker().shortlist(situation);
                    return left(finder, customer, finder.inOrder(customer), wish.limit(), List.of());
                });
    }

    // The best are looked up in the store room first: a department has hundreds of variants, and a handful is shown.
    private Future<List<Found>> left(
            Finder finder, Shortlist customer, List<Product> inOrder, int limit, List<Found> before) {
        if (before.size() >= limit || inOrder.isEmpty()) {
            return Future.succeededFuture(before.stream().limit(limit).toList());
        }
        int some = Math.min(inOrder.size(), limit + SPARE);
        List<Product> best = inOrder.subList(0, some);
        return inStock(finder.skus(best)).compose(stock -> {
            List<Found> found = new ArrayList<>(before);
            found.addAll(finder.left(best, customer, stock));
            return left(finder, customer, inOrder.subList(some, inOrder.size()), limit, found);
        });
    }

    /** {@code situation} answered under {@code asked} rules, as long as {@code lengths}: what the studio shows. */
    public Future<Suggestions> suggest(Situation situation, RuleSet asked, Circumstances now, Lengths lengths) {
        Shortlist found = keeper.ranker().shortlist(situation);
        Wares wares = wares();
        return inStock(found.skus(Merchandising.named(asked, wares, found)))
                .map(stock -> Merchandising.arrange(found, asked, wares.with(stock), now, lengths));
    }

    /** What rules may ask about products now; without stock. */
    public Wares wares() {
        Catalogue now = catalogue.get();
        return new Wares(now, margins.of(now), rules.sets(), Map.of());
    }

    /** What {@code draft} would change in what the rules in force show, largest first. Works off the event loop. */
    public Future<List<Change>> preview(RuleSet draft) {
        return preview.changes(rules.live(), draft, keeper.ranker(), wares(), clock.instant());
    }

    /** Conflicts among {@code draft}'s rules, and what should be known of single ones. Works off the event loop. */
    public Future<Review> review(RuleSet draft) {
        return preview.review(draft, wares());
    }

    /**
     * What publishing {@code draft} would have done to last month's orders, tried out step by step off the event loop.
     *
     * @param progress told how many of how many products at hand were tried
     */
    public Future<Effect> replay(RuleSet draft, Replay.Progress progress) {
        return replay.run(rules.live(), draft, keeper.ranker(), wares(), clock.instant(), progress);
    }

    /** What is sold most in this season, at most {@code most}, then the newest. */
    public List<Product> bestLiked(int most) {
        Shortlist anybody = keeper.ranker().shortlist(Situation.lookingAt(List.of(), clock.instant()));
        return catalogue.get().products().stream()
                .sorted(Comparator.comparingDouble((Product product) -> -anybody.liking(product.id()))
                        .thenComparing(Product::createdAt, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    /** The phrase for {@code evidence}, in English when there is none in {@code language}. */
    public String say(Evidence evidence, String language) {
        Catalogue now = catalogue.get();
        return textsIn(language)
                .say(evidence, id -> now.product(id).map(Product::title).orElse(id), clock.instant());
    }

    /** Hears of orders: they count at once, and settle the impressions that led to them. */
    public OrderFeed orderFeed() {
        return this::orderPlaced;
    }

    /** The order log changed beside the server, by an import: counts it anew, all that is in it now. */
    public Future<Void> recount() {
        return keeper.rebuildAnew();
    }

    public RuleBook rules() {
        return rules;
    }

    public Impressions impressions() {
        return impressions;
    }

    private boolean isFresh() {
        Instant old = clock.instant().minus(STALE);
        return keeper.lesson().filter(lesson -> lesson.at().isAfter(old)).isPresent();
    }

    private Future<Map<String, Integer>> inStock(Collection<String> skus) {
        return stocks.of(skus).map(all -> all.values().stream().collect(Collectors.toMap(Stock::sku, Stock::quantity)));
    }

    private void orderPlaced(Order order) {
        keeper.orderPlaced(order);
        settle(order.number()).onFailure(failure -> LOG.warn("impressions not settled order={}", order.id(), failure));
    }

    // Orders whose news was lost with a server that died.
    private Future<Void> settleMissed() {
        return impressions
                .missedOrders(clock.instant().minus(LOOK_BACK))
                .compose(missed -> Future.all(missed.stream().map(this::settle).toList()))
                .mapEmpty();
    }

    private Future<Void> settle(String order) {
        return impressions.ordered(order).mapEmpty();
    }

    private EvidenceTexts textsIn(String language) {
        return texts.computeIfAbsent(language, EvidenceTexts::in)
                .or(() -> texts.computeIfAbsent(FALLBACK_LANGUAGE, EvidenceTexts::in))
                .orElseThrow();
    }
}
