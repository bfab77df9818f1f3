package outfitter.assist.panel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Problem;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Timeline;
import outfitter.models.json.Json;
import outfitter.models.merchandising.Arm;
import outfitter.models.merchandising.Impression;
import outfitter.models.merchandising.Impressions;
import outfitter.models.merchandising.SuggestionList;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Money;
import outfitter.models.shop.Product;
import outfitter.models.shop.Variant;
import outfitter.recommender.HoldOut;
import outfitter.recommender.ranking.Suggestion;
import outfitter.recommender.ranking.Suggestions;

/**
 * Shows suggestions to agents, and keeps account of it: each product in a list that an agent sees in an episode is one
 * impression, with the customer's arm of the permanent hold-out. A customer who is held out has the impressions that would
 * have been, and nothing is shown. While a problem is open everything is held and nothing counts as seen.
 *
 * <p>Never fails: suggestions that are slow or broken are empty lists. Thread-safe.
 */
public final class Showcase {
    private static final Logger LOG = LoggerFactory.getLogger(Showcase.class);
    /** How long a panel waits for them. */
    static final Duration BLINK = Duration.ofMillis(300);
    /** How long they may take when they can follow by themselves. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int REMEMBERED = 50_000;

    private final Adviser adviser;
    private final Supplier<Catalogue> catalogue;
    private final Impressions impressions;
    private final Timeline timeline;
    private final Clock clock;
    private final Cache<Place, UUID> counted =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public Showcase(
            Adviser adviser, Supplier<Catalogue> catalogue, Impressions impressions, Timeline timeline, Clock clock) {
        this.adviser = adviser;
        this.catalogue = catalogue;
        this.impressions = impressions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What {@code account} is about to be shown beside {@code now}, counted as shown; nothing when it takes longer. */
    Future<Offers> show(Conversation now, long account, Duration patience) {
        return inTime(() -> adviser.suggest(now), patience)
                .compose(suggestions -> count(now, account, suggestions).map(ids -> offers(now, suggestions, ids)))
                .recover(failure -> {
                    LOG.warn("no suggestions conversation={} cause={}", now.id(), failure.toString());
                    return Future.succeededFuture(nothing(now));
                });
    }

    /** What would be shown beside {@code now}; nobody sees it and nothing is counted. */
    Future<Offers> unseen(Conversation now) {
        return adviser.suggest(now).map(suggestions -> offers(now, suggestions, Map.of()));
    }

    private static <T> Future<T> inTime(Supplier<Future<T>> work, Duration patience) {
        try {
            return work.get().timeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    // ---- counting ---------------------------------------------------------------------------------------------

    /** What makes two showings one impression. */
    private record Place(ConversationId conversation, int episode, SuggestionList list, String product) {
        static Place of(Conversation now, SuggestionList list, String product) {
            Episode episode = now.state().episode();
            return new Place(now.id(), episode == null ? 0 : episode.number(), list, product);
        }
    }

    /** The impressions' ids by place; empty while nothing counts as shown. */
    private Future<Map<Place, UUID>> count(Conversation now, long account, Suggestions suggestions) {
        Optional<Episode> episode = now.state().openEpisode();
        if (episode.isEmpty() || now.state().hasOpenProblem()) return Future.succeededFuture(Map.of());
        Map<Place, UUID> known = all(suggestions)
                .map(one -> place(now, one))
                .flatMap(place ->
                        Optional.ofNullable(counted.getIfPresent(place)).map(id -> Map.entry(place, id)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        // Most messages change nothing in the list: then there is nothing to write.
        return all(suggestions).allMatch(one -> known.containsKey(place(now, one)))
                ? Future.succeededFuture(known)
                : write(now, account, episode.get().number(), suggestions);
    }

    private Future<Map<Place, UUID>> write(Conversation now, long account, int episode, Suggestions suggestions) {
        Instant at = clock.instant();
        Arm arm = HoldOut.of(now.customer());
        List<Impression> seen = all(suggestions)
                .map(one -> impression(now, episode, arm == Arm.HELD_OUT ? null : account, arm, one, at))
                .toList();
        return impressions.show(seen).map(shown -> {
            List<Impression> fresh = shown.stream()
                    .filter(Impressions.Shown::fresh)
                    .map(Impressions.Shown::impression)
                    .toList();
            if (!fresh.isEmpty()) note(now, arm, fresh);
            if (!fresh.isEmpty() && arm == Arm.TREATED) adviser.shown(now, episode, suggestions);
            Map<Place, UUID> ids = new HashMap<>();
            shown.stream()
                    .map(Impressions.Shown::impression)
                    .forEach(one -> ids.put(Place.of(now, one.list(), one.product()), one.id()));
            counted.putAll(ids);
            return ids;
        });
    }

    private static Place place(Conversation now, Suggestion suggestion) {
        return Place.of(now, suggestion.list(), suggestion.product());
    }

    private static Impression impression(
            Conversation now, int episode, @Nullable Long account, Arm arm, Suggestion suggestion, Instant at) {
        String rule = suggestion.movedBy() == null ? null : suggestion.movedBy().id();
        return Impression.shown(
                now.id(),
                episode,
                now.customer(),
                at,
                account,
                suggestion.product(),
                suggestion.list(),
                suggestion.place(),
                arm,
                rule,
                Json.tree(suggestion.evidence()));
    }

    // The stream says what was seen; the agent does not wait for it.
    private void note(Conversation now, Arm arm, List<Impression> fresh) {
        List<EntryBody> seen = List.of(new EntryBody.SuggestionsShown(
                fresh.stream().map(Impression::id).toList(),
                fresh.stream().map(Impression::product).toList(),
                arm == Arm.HELD_OUT));
        timeline.advance(
                        now.id(),
                        Cause.inner("panel", "shown:" + fresh.get(0).id()),
                        (newest, at) -> Future.succeededFuture(seen))
                .onFailure(failure -> LOG.warn("impressions not in the stream conversation={}", now.id(), failure));
    }

    // ---- showing ----------------------------------------------------------------------------------------------

    private Offers offers(Conversation now, Suggestions suggestions, Map<Place, UUID> ids) {
        boolean heldOut = HoldOut.of(now.customer()) == Arm.HELD_OUT;
        Function<List<Suggestion>, List<Offers.Offer>> shown = list -> heldOut
                ? List.of()
                : list.stream().flatMap(one -> offer(now, one, ids).stream()).toList();
        return new Offers(
                hold(now),
                heldOut,
                shown.apply(suggestions.goesWith()),
                shown.apply(suggestions.stepUp()),
                suggestions.computedAt(),
                suggestions.anchors());
    }

    /** No suggestions, for a panel that does not wait for them. */
    Offers nothing(Conversation now) {
        boolean heldOut = HoldOut.of(now.customer()) == Arm.HELD_OUT;
        return new Offers(hold(now), heldOut, List.of(), List.of(), clock.instant(), List.of());
    }

    private static Offers.@Nullable Hold hold(Conversation now) {
        return now.state().problems().stream()
                .findFirst()
                .map(problem -> new Offers.Hold(why(problem), problem.number()))
                .orElse(null);
    }

    private static String why(Problem problem) {
        return "Waits until this is put right: " + problem.title();
    }

    private Optional<Offers.Offer> offer(Conversation now, Suggestion suggestion, Map<Place, UUID> ids) {
        return catalogue
                .get()
                .product(suggestion.product())
                .flatMap(product -> price(product, suggestion.sku()).map(price -> {
                    UUID id = ids.getOrDefault(place(now, suggestion), placeholder(now, suggestion));
                    return new Offers.Offer(
                            id,
                            product.id(),
                            product.title(),
                            product.picture(),
                            price,
                            suggestion.list(),
                            suggestion.place(),
                            suggestion.evidence().stream().map(adviser::say).toList(),
                            Optional.ofNullable(suggestion.movedBy())
                                    .map(rule -> new Offers.RuleName(rule.name(), rule.act(), suggestion.moved()))
                                    .orElse(null),
                            new Offers.Left(suggestion.quantity(), suggestion.size()),
                            new Card(product.id(), suggestion.sku(), id, null));
                }));
    }

    private static Optional<Money> price(Product product, @Nullable String sku) {
        return product.variants().stream()
                .filter(variant -> variant.sku().equals(sku))
                .map(Variant::price)
                .findFirst()
                .or(product::price);
    }

    /** Tells offers apart on the screen while none can be sent; no impression has this id. */
    private static UUID placeholder(Conversation now, Suggestion suggestion) {
        String name = now.id() + "/" + suggestion.list().code() + "/" + suggestion.product();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Suggestion> all(Suggestions suggestions) {
        return Stream.concat(suggestions.goesWith().stream(), suggestions.stepUp().stream());
    }
}
