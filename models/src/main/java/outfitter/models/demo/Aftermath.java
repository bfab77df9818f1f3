package outfitter.models.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import outfitter.models.shop.ReturnReason;
import outfitter.models.shop.ReturnState;

/** What customers do once a parcel has come: send back what does not fit, and write what they think. */
final class Aftermath {
    private static final int WINDOW_DAYS = 30;
    private static final double REVIEWED = 0.14;
    private static final String ANYTHING = "any";

    private final Goods goods;
    private final Dice dice;
    private final Instant now;
    private final List<Map<String, String>> opinions = Resources.csv("reviews.csv");
    private final Map<String, Double> quality = new TreeMap<>();
    private final Map<String, List<Map<String, String>>> fitting = new HashMap<>();
    private final Map<String, Map<Map<String, String>, Integer>> said = new HashMap<>();
    private int lastReturn = 10_000;

    Aftermath(Goods goods, Dice dice, Instant now) {
        this.goods = goods;
        this.dice = dice;
        this.now = now;
        goods.all().keySet().forEach(id -> quality.put(id, 0.55 + 0.4 * dice.share()));
    }

    /** The same order with what was sent back of it. */
    Past.Order withReturns(Past.Order order) {
        Instant delivered = deliveredAt(order);
        if (delivered.isAfter(now)) return order;
        List<Past.Back> returns = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            Past.Line line = order.lines().get(i);
            if (dice.chance(chanceOfReturn(line))) addReturn(line, i + 1, delivered, returns);
        }
        return new Past.Order(
                order.number(),
                order.customer(),
                order.state(),
                order.delivery(),
                order.shipping(),
                order.placedAt(),
                order.lines(),
                order.parcel(),
                returns);
    }

    /** Reviews of what came with this order. */
    List<Past.Review> reviews(Past.Order order) {
        Instant delivered = deliveredAt(order);
        List<Past.Review> reviews = new ArrayList<>();
        if (delivered.isAfter(now)) return reviews;
        for (Past.Line line : order.lines()) {
            Instant at = delivered.plus(Duration.ofHours(dice.between(30, 1_300)));
            if (dice.chance(REVIEWED) && at.isBefore(now)) reviews.add(review(line, order.customer(), at));
        }
        return reviews;
    }

    private static Instant deliveredAt(Past.Order order) {
        Past.Parcel parcel = order.parcel();
        Instant delivered = parcel == null ? null : parcel.deliveredAt();
        return delivered == null ? Instant.MAX : delivered;
    }

    private double chanceOfReturn(Past.Line line) {
        Good good = goods.get(line.product());
        if (Set.of("kitchen/trail-food", "kitchen/fuel").contains(good.category())) return 0.002;
        if (line.misfit() != 0) return 0.6;
        return good.category().startsWith("clothing") || good.category().startsWith("footwear") ? 0.035 : 0.022;
    }

    private void addReturn(Past.Line line, int number, Instant delivered, List<Past.Back> returns) {
        Instant started = delivered.plus(Duration.ofHours(dice.between(4, WINDOW_DAYS * 24 - 24)));
        if (started.isAfter(now)) return;
        ReturnState state = stateOf(started);
        boolean settled = state == ReturnState.REFUNDED || state == ReturnState.REJECTED;
        returns.add(new Past.Back(
                "RT-" + ++lastReturn,
                number,
                line.quantity(),
                reason(line),
                state,
                started,
                settled ? started.plus(Duration.ofDays(9)) : null));
    }

    private ReturnState stateOf(Instant started) {
        long days = Duration.between(started, now).toDays();
        if (days < 2) return ReturnState.STARTED;
        if (days < 6) return ReturnState.IN_TRANSIT;
        if (days < 10) return ReturnState.RECEIVED;
        return dice.chance(0.04) ? ReturnState.REJECTED : ReturnState.REFUNDED;
    }

    private ReturnReason reason(Past.Line line) {
        if (line.misfit() != 0) return line.misfit() < 0 ? ReturnReason.TOO_SMALL : ReturnReason.TOO_LARGE;
        return dice.pick(
                List.of(
                        ReturnReason.CHANGED_MIND,
                        ReturnReason.NOT_AS_DESCRIBED,
                        ReturnReason.FAULTY,
                        ReturnReason.WRONG_ITEM),
                reason -> switch (reason) {
                    case CHANGED_MIND -> 0.5;
                    case FAULTY -> 0.26;
                    case WRONG_ITEM -> 0.08;
                    default -> 0.16;
                });
    }

    private Past.Review review(Past.Line line, int customer, Instant at) {
        double good = quality.getOrDefault(line.product(), 0.75);
        double luck = dice.share();
        String mood = luck < good ? "good" : luck < good + (1 - good) * 0.65 ? "mixed" : "bad";
        Map<String, String> opinion = opinion(line.product(), mood);
        return new Past.Review(
                line.product(),
                customer,
                stars(mood),
                opinion.getOrDefault("title", ""),
                opinion.getOrDefault("body", ""),
                state(at),
                at);
    }

    /** Something that fits the product, rather what nobody has said of it yet. */
    private Map<String, String> opinion(String product, String mood) {
        Map<Map<String, String>, Integer> before = said.computeIfAbsent(product, first -> new HashMap<>());
        Map<String, String> opinion = dice.pick(
                opinions(goods.get(product).category(), mood),
                each -> (ANYTHING.equals(each.get("shelf")) ? 0.3 : 1) / (1 + 20.0 * before.getOrDefault(each, 0)));
        before.merge(opinion, 1, Integer::sum);
        return opinion;
    }

    private int stars(String mood) {
        return switch (mood) {
            case "good" -> dice.chance(0.68) ? 5 : 4;
            case "mixed" -> dice.chance(0.6) ? 3 : 4;
            default -> dice.between(1, 2);
        };
    }

    private String state(Instant at) {
        if (dice.chance(0.02)) return "rejected";
        return at.isAfter(now.minus(Duration.ofDays(3))) ? "pending" : "published";
    }

    /** Opinions that were written for this leaf or its shelf, and those that fit anything. */
    private List<Map<String, String>> opinions(String category, String mood) {
        return fitting.computeIfAbsent(
                category + " " + mood,
                key -> opinions.stream()
                        .filter(opinion -> mood.equals(opinion.get("mood")))
                        .filter(opinion -> Resources.words(opinion.getOrDefault("shelf", "")).stream()
                                .anyMatch(shelf -> shelf.equals(ANYTHING) || category.startsWith(shelf)))
                        .toList());
    }
}
