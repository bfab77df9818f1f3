package outfitter.server.shop;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.conversation.EntryBody;
import outfitter.models.intake.Happening;
import outfitter.models.intake.ShopNews;
import outfitter.models.journal.Cause;
import outfitter.models.journal.Timeline;
import outfitter.models.json.Json;
import outfitter.models.shop.Order;
import outfitter.models.shop.Orders;

/**
 * Tells conversations what the outside said of their customers' orders. What was told is struck off the list afterwards:
 * a kill between the two tells it again, and the conversation knows the cause. For one event loop.
 */
final class Bulletins {
    private static final Logger LOG = LoggerFactory.getLogger(Bulletins.class);
    private static final String SOURCE = "shop";
    private static final int AT_ONCE = 500;

    private final ShopNews news;
    private final Orders orders;
    private final Timeline timeline;
    private @Nullable Future<Void> telling;

    Bulletins(ShopNews news, Orders orders, Timeline timeline) {
        this.news = news;
        this.orders = orders;
        this.timeline = timeline;
    }

    /** Tells all there is; joins a round under way, and looks once more after it. */
    Future<Void> tell() {
        Future<Void> before = telling;
        Future<Void> round = before == null ? tellAfter(0) : before.transform(done -> tellAfter(0));
        telling = round;
        return round.onComplete(done -> {
            if (telling == round) telling = null;
        });
    }

    private Future<Void> tellAfter(long id) {
        return news.after(id, AT_ONCE).compose(next -> {
            if (next.isEmpty()) return Future.succeededFuture();
            return tell(next)
                    .compose(told -> tellAfter(next.get(next.size() - 1).id()));
        });
    }

    private Future<Void> tell(List<Happening> next) {
        List<String> numbers = next.stream().map(Happening::order).distinct().toList();
        return orders.byNumbers(numbers).compose(found -> {
            Map<String, Order> byNumber = found.stream().collect(Collectors.toMap(Order::number, Function.identity()));
            // One after the other within a conversation: a parcel is not told before its order.
            Map<Long, Future<Void>> lines = new LinkedHashMap<>();
            List<Long> told = new ArrayList<>();
            for (Happening each : next) {
                Future<Void> before = lines.getOrDefault(each.conversation().value(), Future.succeededFuture());
                Future<Void> now = before.compose(done -> tell(each, Optional.ofNullable(byNumber.get(each.order()))))
                        .map(done -> {
                            told.add(each.id());
                            return null;
                        });
                lines.put(each.conversation().value(), now);
            }
            return Future.join(List.copyOf(lines.values()))
                    .transform(done -> {
                        if (done.failed()) LOG.warn("not all was told, more at the next news", done.cause());
                        return news.told(told);
                    })
                    .mapEmpty();
        });
    }

    private Future<Void> tell(Happening happening, Optional<Order> order) {
        Optional<EntryBody> body = cart(happening).or(() -> order.flatMap(known -> body(happening, known)));
        if (body.isEmpty()) return Future.succeededFuture();
        Cause cause = Cause.inner(SOURCE, key(happening));
        return timeline.advance(
                        happening.conversation(), cause, (now, at) -> Future.succeededFuture(List.of(body.get())))
                .mapEmpty();
    }

    private static Optional<EntryBody> cart(Happening happening) {
        JsonNode detail = happening.detail();
        return switch (happening.what()) {
            case "cart" -> Optional.of(new EntryBody.CartChanged(items(detail), null, null));
            case "cart-left" ->
                Optional.of(new EntryBody.CartLeft(
                        items(detail),
                        detail.path("total").asLong(),
                        detail.path("currency").asText()));
            default -> Optional.empty();
        };
    }

    private static List<EntryBody.CartItem> items(JsonNode detail) {
        return List.of(Json.fromTree(detail.path("items"), EntryBody.CartItem[].class));
    }

    private static Optional<EntryBody> body(Happening happening, Order order) {
        JsonNode detail = happening.detail();
        return switch (happening.what()) {
            case "placed" -> Optional.of(Announcements.placed(order));
            case "cancelled" -> Optional.of(new EntryBody.OrderCancelled(order.number()));
            case "parcel" ->
                Optional.of(new EntryBody.ParcelMoved(
                        order.number(),
                        detail.path("carrier").asText(),
                        detail.path("tracking").asText(),
                        detail.path("state").asText(),
                        detail.has("expectedOn")
                                ? LocalDate.parse(detail.path("expectedOn").asText())
                                : null));
            case "return" ->
                Optional.of(new EntryBody.ReturnMoved(
                        detail.path("number").asText(),
                        order.number(),
                        detail.path("sku").asText(),
                        detail.path("quantity").asInt(),
                        detail.path("state").asText()));
            default -> Optional.empty();
        };
    }

    /** The same happening has the same key, whoever tells it again. */
    private static String key(Happening happening) {
        JsonNode detail = happening.detail();
        return switch (happening.what()) {
            case "placed" -> Orders.cause(happening.order());
            case "cart", "cart-left" -> "told:" + happening.id();
            case "parcel" ->
                "parcel:" + happening.order() + ":" + detail.path("reference").asText() + ":"
                        + detail.path("state").asText();
            case "return" ->
                "return:" + detail.path("number").asText() + ":"
                        + detail.path("quantity").asInt() + ":"
                        + detail.path("state").asText();
            default -> Orders.cause(happening.order()) + ":" + happening.what();
        };
    }
}
