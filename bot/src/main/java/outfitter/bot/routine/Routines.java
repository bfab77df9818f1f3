package outfitter.bot.routine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Policy;
import outfitter.bot.understanding.Intents;

/** The list of routines: to add one, its utterances, its unit, a line here. */
public final class Routines {
    private static final List<Listed> LIST = List.of(
            new Listed("order-status", OrderStatus::new),
            new Listed("delivery-estimate", DeliveryTime::new),
            new Listed("delivery-options", DeliveryCost::new),
            new Listed("late-parcel", LateParcel::new),
            handedOn("change-address"),
            handedOn("cancel-order"),
            handedOn("change-order"),
            new Listed("return-policy", ReturnTerms::new),
            new Listed("start-return", StartReturn::new),
            handedOn("return-status"),
            handedOn("exchange-size"),
            handedOn("refund-status"),
            new Listed("damaged-item", DamagedItem::new),
            new Listed("product-care", ProductCare::new),
            handedOn("size-advice"),
            handedOn("product-question"),
            new Listed("stock", InStock::new),
            handedOn("restock-notice"),
            handedOn("compare-products"),
            new Listed("find-product", FindProduct::new),
            new Listed("goes-with", GoesWith::new),
            handedOn("payment-methods"),
            handedOn("discount-code"),
            handedOn("gift-card"),
            handedOn("loyalty-points"),
            handedOn("warranty"),
            handedOn("invoice"),
            handedOn("account-help"),
            new Listed("stores-and-hours", OfficeHours::new),
            handedOn("newsletter"),
            handedOn("my-data"),
            new Listed("complaint", shop -> new Complaint()),
            new Listed(Intents.PERSON, shop -> new Person()),
            new Listed(Intents.GREETING, shop -> Manners.GREETING),
            new Listed(Intents.THANKS, shop -> Manners.THANKS),
            new Listed(Intents.FAREWELL, shop -> Manners.FAREWELL),
            new Listed("are-you-a-bot", shop -> Manners.ARE_YOU_A_BOT),
            handedOn("abuse"));

    private static Listed handedOn(String id) {
        return new Listed(id, shop -> new HandedOn(id));
    }

    private final Map<String, Routine> byId = new LinkedHashMap<>();

    private record Listed(String id, Function<Shop, Routine> unit) {}

    public Routines(Shop shop) {
        for (Listed listed : LIST) {
            Routine routine = listed.unit().apply(shop);
            if (!routine.id().equals(listed.id())) throw new IllegalStateException("listed as " + listed.id());
            byId.put(listed.id(), routine);
        }
    }

    /** Every intent that has utterances: the routines', and what is none of them. */
    public static List<String> intents() {
        return Stream.concat(LIST.stream().map(Listed::id), Stream.of(Intents.NONE, Intents.UNFINISHED))
                .toList();
    }

    /** The usual matters, as buttons. */
    public static List<Button> usual() {
        return Manners.USUAL;
    }

    /** The name of a matter, to be chosen from. */
    public static Line label(String id) {
        return Line.of("intent." + id);
    }

    public Optional<Routine> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All that routines may say, each once. */
    public Set<Line> lines() {
        Set<Line> lines = new LinkedHashSet<>();
        byId.values().forEach(routine -> lines.addAll(routine.lines()));
        byId.keySet().stream().filter(Intents::isMatter).forEach(id -> lines.add(label(id)));
        return lines;
    }

    /** The policy that knows which slots carry which routine on. */
    public Policy policy() {
        Map<String, Set<String>> carried = new LinkedHashMap<>();
        Set<String> ownWords = new HashSet<>();
        byId.forEach((id, routine) -> {
            carried.put(id, routine.carriedBy());
            ownWords.addAll(routine.toldInOwnWords());
        });
        return new Policy(carried, ownWords);
    }
}
