package outfitter.recommender;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.customer.CustomerId;
import outfitter.models.merchandising.DeclinedPairs;
import outfitter.models.merchandising.Impressions;
import outfitter.models.merchandising.Margins;
import outfitter.models.merchandising.OrderSample;
import outfitter.models.merchandising.RankingLessons;
import outfitter.models.merchandising.RuleSet;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Order;
import outfitter.models.shop.OrderFeed;
import outfitter.models.shop.Orders;
import outfitter.models.shop.Product;
import outfitter.models.shop.Stocks;
import outfitter.recommender.merchandising.Change;
import outfitter.recommender.merchandising.Circumstances;
import outfitter.recommender.merchandising.Effect;
import outfitter.recommender.merchandising.Merchandising;
import outfitter.recommender.merchandising.Merchandising.Lengths;
import outfitter.recommender.merchandising.Review;
import outfitter.recommender.merchandising.Wares;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.HiddenPin.Why;
import outfitter.recommender.ranking.Shortlist;
import outfitter.recommender.ranking.Situation;
import outfitter.recommender.ranking.Suggestions;
import outfitter.recommender.training.Lesson;
import outfitter.recommender.visit.VisitKeeper;
import outfitter.recommender.visit.Visits;

/**
 * Suggests products to customers, one a server, shared by everything in it. Ranking is arithmetic in memory; the
 * customer's own facts and the stock of the candidates are read when a question is asked, so that nothing sold out, owned,
 * returned or in the cart comes back. Before {@link #start} has completed every answer is empty.
 */
public final class Recommender {
    /** What changes of an order that is older says nothing of what its customer is looking for now. */
    private static final Duration JUST_PLACED = Duration.ofHours(1);

    private final Clock clock;
    private final IndexKeeper keeper;
    private final Choices choices;
    private final RankingLessons lessons;
    private final Schooling schooling;
    private final ShopFloor floor;
    private final SegmentReader segments;
    private final SituationReader situations;
    private final CircumstanceReader circumstances;
    private final WhyNot whyNot;
    private final Repeats repeats;
    private final Wishes wishes;
    private final VisitKeeper visits;
    private final Opinions opinions;
    private final Impressions impressions;
    private final Settlement settlement;
    private final RuleBook rules;
    private final MarginBook margins;
    private final Preview preview;
    private final Replay replay;
    private final Voice voice = new Voice();

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
        this.clock = clock;
        Orders orders = new Orders(db);
        keeper = new IndexKeeper(vertx, orders, catalogue, file, clock);
        choices = new Choices(db);
        lessons = new RankingLessons(db);
        visits = new VisitKeeper(vertx, db, file == null ? null : file.resolveSibling("visits.lesson"), clock);
        Learner learner = new Learner(vertx, orders, choices, catalogue, keeper, lessons, clock);
        schooling = new Schooling(vertx, keeper, learner, visits, clock);
        opinions = new Opinions(new DeclinedPairs(db), keeper.disliked(), clock);
        segments = new SegmentReader(db, keeper.segments(), clock);
        situations = new SituationReader(db, catalogue, visits.visits(), segments);
        circumstances = new CircumstanceReader(db);
        impressions = new Impressions(db);
        settlement = new Settlement(impressions);
        rules = new RuleBook(vertx, db, clock);
        margins = new MarginBook(new Margins(db));
        floor = new ShopFloor(keeper, rules, margins, catalogue, new Stocks(db), clock);
        whyNot = new WhyNot(floor);
        repeats = new Repeats(floor);
        wishes = new Wishes(floor);
        preview = new Preview(vertx, floor::inStock);
        replay = new Replay(vertx, new OrderSample(db), keeper::rehearsal, floor::inStock);
    }

    /**
     * Counts the order log and reads the rules; after this, answers are full. How to rank is learned a while later, beside
     * everything else, and every night.
     */
    public Future<Void> start() {
        return Future.all(
                        keeper.open(),
                        rules.reload(),
                        margins.reload(floor.catalogue()),
                        opinions.reload(),
                        visits.open(),
                        segments.reload())
                .compose(ready -> settlement.missed(clock.instant()))
                .onSuccess(settled -> schooling.begin());
    }

    /** Stops listening to other nodes. */
    public Future<Void> close() {
        schooling.close();
        return visits.close().compose(written -> rules.close());
    }

    /**
     * Learns how to rank from what was ordered so far and what was chosen of what agents were shown, off the event loop, and
     * ranks by it if it passes: a blend of the signals that is not better than the best of them, or than what ranks now, on
     * choices that it has not learned from, changes nothing.
     */
    public Future<Lesson> learn() {
        return schooling.learn(null);
    }

    /** The same, because this account asked for it. */
    public Future<Lesson> learnFor(long account) {
        return schooling.learn(account);
    }

    /** Counts all orders anew, learns from them, and saves both: what is done every night. */
    public Future<Lesson> refresh() {
        return schooling.refresh();
    }

    /** How many orders the index has. */
    public long orders() {
        return keeper.orders();
    }

    /** What ranks now, what was learned last, and when it learns again. */
    public Standing standing() {
        return schooling.standing();
    }

    /** What came of each time that it learned, by whatever server of the shop; the newest first. */
    public Future<List<RankingLessons.Kept>> lessons(int most) {
        return lessons.newest(most);
    }

    /**
     * These were put before an agent who works on this episode: what the ranking knew of them is kept, to learn from what
     * becomes of them. Returns at once.
     */
    public void shown(ConversationId conversation, int episode, Suggestions suggestions) {
        choices.shown(conversation, episode, suggestions, clock.instant());
    }

    /**
     * What to suggest to the customer of this conversation now, by what was named in it, the cart and what they own. Says
     * nothing of open problems or of the hold-out ({@link HoldOut}): who shows it decides whether to.
     */
    public Future<Suggestions> suggest(Conversation conversation) {
        opinions.keepFresh();
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
                        .compose(now -> whyNot.objection(situation, product, inForce, now)));
    }

    /** Why {@code product}, any product, stands where it does in a list beside this conversation, or does not. */
    public Future<Explained> explain(Conversation conversation, String product, SuggestionList list) {
        return situations
                .of(conversation, clock.instant())
                .compose(situation -> circumstances
                        .of(conversation, situation, rules.live())
                        .compose(now -> whyNot.explain(
                                situation, rules.live(), now, Merchandising.FOR_THE_DESK, product, list)));
    }

    /** The same under {@code asked} rules, for the studio. */
    public Future<Explained> explain(
            Situation situation,
            RuleSet asked,
            Circumstances now,
            Lengths lengths,
            String product,
            SuggestionList list) {
        return whyNot.explain(situation, asked, now, lengths, product, list);
    }

    /** What the customer bought more than once or uses up, what is likeliest used up by now first. */
    public Future<Suggestions> again(CustomerId customer, int most) {
        return situations
                .of(customer, List.of(), Set.of(), clock.instant())
                .compose(situation -> repeats.of(situation, most));
    }

    /**
     * What is bought most in this season, by customers of these segments more than by others.
     *
     * @param sorts 'new', 'returning', a tier, 'country:GB'; unknown ones are passed over
     * @param wanted among which products; a pin may bring others
     */
    public Future<Suggestions> popular(Set<String> sorts, Predicate<Product> wanted, Lengths lengths) {
        segments.keepFresh();
        Situation stranger = Situation.lookingAt(List.of(), clock.instant()).of(sorts);
        return suggest(stranger, rules.live(), Circumstances.at(stranger.now()), lengths, wanted);
    }

    /**
     * What goes with what this customer looks at, has in the cart and bought, {@code lengths} long.
     *
     * @param wanted among which products; a pin may bring others
     */
    public Future<Suggestions> forCustomer(CustomerId customer, Predicate<Product> wanted, Lengths lengths) {
        return situations
                .of(customer, List.of(), Set.of(), clock.instant())
                .compose(situation -> circumstances
                        .of(customer, situation, rules.live())
                        .compose(now -> suggest(situation, rules.live(), now, lengths, wanted)));
    }

    /** What visitors look at on the shop's own pages. */
    public Visits visits() {
        return visits.visits();
    }

    /** What agents said does not go together. */
    public DeclinedPairs declinedPairs() {
        return opinions.pairs();
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
        return situations
                .of(wish.customer(), List.of(), Set.of(), clock.instant())
                .compose(situation -> wishes.find(wish, situation));
    }

    /** {@code situation} answered under {@code asked} rules, as long as {@code lengths}: what the studio shows. */
    public Future<Suggestions> suggest(Situation situation, RuleSet asked, Circumstances now, Lengths lengths) {
        return suggest(situation, asked, now, lengths, any -> true);
    }

    /**
     * The same among {@code wanted} products alone, however far down they stand among all; a pin may bring others.
     */
    public Future<Suggestions> suggest(
            Situation situation, RuleSet asked, Circumstances now, Lengths lengths, Predicate<Product> wanted) {
        Shortlist found = floor.ranker().shortlist(situation, wanted);
        Wares wares = floor.wares();
        return floor.inStock(found.skus(Merchandising.named(asked, wares, found)))
                .map(stock -> Merchandising.arrange(found, asked, wares.with(stock), now, lengths));
    }

    /** What rules may ask about products now; without stock. */
    public Wares wares() {
        return floor.wares();
    }

    /** What {@code draft} would change in what the rules in force show, largest first. Works off the event loop. */
    public Future<List<Change>> preview(RuleSet draft) {
        return preview.changes(rules.live(), draft, floor.ranker(), floor.wares(), clock.instant());
    }

    /** Conflicts among {@code draft}'s rules, and what should be known of single ones. Works off the event loop. */
    public Future<Review> review(RuleSet draft) {
        return preview.review(draft, floor.wares());
    }

    /**
     * What publishing {@code draft} would have done to last month's orders, tried out step by step off the event loop.
     *
     * @param progress told how many of how many products at hand were tried
     */
    public Future<Effect> replay(RuleSet draft, Replay.Progress progress) {
        return replay.run(rules.live(), draft, floor.wares(), clock.instant(), progress);
    }

    /** What is sold most in this season, at most {@code most}, then the newest. */
    public List<Product> bestLiked(int most) {
        Shortlist anybody = floor.ranker().shortlist(Situation.lookingAt(List.of(), clock.instant()));
        return floor.catalogue().products().stream()
                .sorted(Comparator.comparingDouble((Product product) -> -anybody.liking(product.id()))
                        .thenComparing(Product::createdAt, Comparator.reverseOrder()))
                .limit(most)
                .toList();
    }

    /** The phrase for {@code evidence}, in English when there is none in {@code language}. */
    public String say(Evidence evidence, String language) {
        return voice.say(evidence, language, floor.catalogue(), clock.instant());
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

    private void orderPlaced(Order order) {
        keeper.orderPlaced(order);
        settlement.placed(order);
        CustomerId customer = order.customer();
        boolean isNew = order.placedAt().isAfter(clock.instant().minus(JUST_PLACED));
        if (customer != null && isNew) visits.visits().ordered(customer);
    }
}
