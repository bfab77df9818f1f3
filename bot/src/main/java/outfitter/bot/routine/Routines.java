package outfitter.bot.routine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Policy;
import outfitter.bot.understanding.Intents;

/** The list of routines: to add one, its utterances, its unit, a line here. */
public final class Routines {
    private static final List<Function<Shop, Routine>> LIST = List.of(
            OrderStatus::new, FindProduct::new, DamagedItem::new, shop -> new Complaint(), shop -> new Person());

    private final Map<String, Routine> byId = new LinkedHashMap<>();

    public Routines(Shop shop) {
        LIST.forEach(made -> add(made.apply(shop)));
        Manners.all().forEach(this::add);
    }

    private void add(Routine routine) {
        byId.put(routine.id(), routine);
    }

    /** Every intent that has utterances: the routines', and what is none of them. */
    public static List<String> intents() {
        return Stream.concat(IDS.stream(), Stream.of(Intents.NONE, Intents.UNFINISHED))
                .toList();
    }

    // What is understood though no unit settles it yet goes to a person with that name.
    private static final List<String> IDS = List.of(
            "order-status",
            "delivery-options",
            "return-policy",
            "start-return",
            "product-care",
            "stock",
            "find-product",
            "goes-with",
            "damaged-item",
            "complaint",
            "person",
            "greeting",
            "thanks",
            "farewell",
            "are-you-a-bot");

    public Optional<Routine> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What a customer may be asked to choose from: the name of each matter. */
    public static Line label(String id) {
        return Line.of("intent." + id);
    }

    /** All that routines may say, each once. */
    public Set<Line> lines() {
        Set<Line> lines = new LinkedHashSet<>();
        byId.values().forEach(routine -> lines.addAll(routine.lines()));
        IDS.stream().filter(Intents::isMatter).forEach(id -> lines.add(label(id)));
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

    /** The usual matters, as buttons. */
    public static List<outfitter.bot.dialogue.Button> usual() {
        return new ArrayList<>(Manners.USUAL);
    }
}
