package outfitter.recommender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.session.SessionFeatures;
import outfitter.recommender.session.SessionIndex;
import outfitter.recommender.session.SessionQuestion;
import outfitter.recommender.session.SessionSettings;
import outfitter.recommender.session.SessionView;
import outfitter.recommender.session.Signal;
import outfitter.recommender.session.Signals;

/**
 * What visitors look at on the shop's own pages, in memory: their visits under way, and an index of those that ended, which
 * answers what is looked at next. Bounded: of a visit the last {@value #LONGEST} views are kept, of visits the {@value
 * #VISITORS} latest, and a visit that is quiet for half an hour has ended. Lost with the server. Thread-safe.
 */
public final class Visits {
    /** After so long without a view a visit has ended. */
    static final Duration QUIET = Duration.ofMinutes(30);

    private static final int VISITORS = 20_000;
    private static final int LONGEST = 50;
    private static final int MOST_ITEMS = 200_000;
    private static final int NEWEST = 200;
    /** Popularity and followers are counted anew when there are so much more visits. */
    private static final int RECOUNT_SHARE = 10;

    private static final int FIRST_RECOUNT = 20;
    private static final Duration LATELY = Duration.ofHours(24);

    private final Clock clock;
    private final SessionIndex index = new SessionIndex(NEWEST);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> products = new ArrayList<>();
    private final Map<String, Visit> visits = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<CustomerId, Visit> customers = new LinkedHashMap<>(16, 0.75f, true);
    private final Consumer<Runnable> beside;
    private Signals signals = Signals.of(index.view(), SessionSettings.USUAL);
    private SessionQuestion question = new SessionQuestion(signals);
    private int asked;
    private int counted;
    private boolean counting;

    /** @param beside runs what takes a while beside everything else */
    Visits(Clock clock, Consumer<Runnable> beside) {
        this.clock = clock;
        this.beside = beside;
    }

    private static final class Visit {
        private final Deque<String> viewed = new ArrayDeque<>();
        private Instant last = Instant.MIN;
    }

    /** Somebody looked at a product. A product looked at twice in a row counts once. */
    public synchronized void viewed(String visitor, String product) {
        Instant now = clock.instant();
        endQuiet(now);
        keep(visits, visitor, product, now).ifPresent(this::close);
    }

    /** A known customer looked at a product. */
    public synchronized void viewed(CustomerId customer, String product) {
        keep(customers, customer, product, clock.instant());
    }

    /** What the customer looked at in the last day, newest first, each once. */
    synchronized List<String> of(CustomerId customer) {
        return newest(customers.get(customer));
    }

    /** What the visitor looked at in this visit, newest first, each once. */
    public synchronized List<String> of(String visitor) {
        return newest(visits.get(visitor));
    }

    /** What was looked at next by others who looked at the like, best first; empty as long as too little is known. */
    public synchronized List<String> next(String visitor, int most) {
        List<String> newest = new ArrayList<>(newest(visits.get(visitor)));
        Collections.reverse(newest);
        int[] visit = newest.stream()
                .filter(numbers::containsKey)
                .mapToInt(product -> numbers.getOrDefault(product, 0))
                .toArray();
        if (visit.length == 0) return List.of();
        freshen();
        question.ask(visit, 0, visit.length);
        int[] best = new int[most + visit.length];
        Blend similar = Blend.only(
                SessionFeatures.of(Signal.SIMILAR_SESSIONS), 1, SessionQuestion.FEATURES, SessionQuestion.CONTEXTS);
        int found = question.best(similar, best);
        List<String> next = new ArrayList<>();
        for (int i = 0; i < found && next.size() < most; i++) {
            String product = products.get(best[i]);
            if (!newest.contains(product)) next.add(product);
        }
        return next;
    }

    /** How many visits are in the index. */
    public synchronized int ended() {
        return index.view().sessions();
    }

    // A question has room for all products: it is made anew only when there is something new to find.
    private void freshen() {
        int now = index.view().sessions();
        if (now - asked <= asked / 100) return;
        asked = now;
        question = new SessionQuestion(signals.over(index.view()));
    }

    /** Notes it; gives the visit that had to make room. */
    private static <K> Optional<Visit> keep(Map<K, Visit> of, K who, String product, Instant now) {
        Visit visit = of.computeIfAbsent(who, any -> new Visit());
        visit.last = now;
        if (product.equals(visit.viewed.peekLast())) return Optional.empty();
        visit.viewed.addLast(product);
        if (visit.viewed.size() > LONGEST) visit.viewed.removeFirst();
        if (of.size() <= VISITORS) return Optional.empty();
        Iterator<Visit> oldest = of.values().iterator();
        Visit ended = oldest.next();
        oldest.remove();
        return Optional.of(ended);
    }

    private List<String> newest(@Nullable Visit visit) {
        if (visit == null || visit.last.plus(LATELY).isBefore(clock.instant())) return List.of();
        List<String> newest = new ArrayList<>();
        for (Iterator<String> back = visit.viewed.descendingIterator(); back.hasNext(); ) {
            String product = back.next();
            if (!newest.contains(product)) newest.add(product);
        }
        return newest;
    }

    // The map is in the order of the last view or look, so that the quiet ones are in front.
    private void endQuiet(Instant now) {
        for (Iterator<Visit> oldest = visits.values().iterator(); oldest.hasNext(); ) {
            Visit visit = oldest.next();
            if (visit.last.plus(QUIET).isAfter(now)) return;
            close(visit);
            oldest.remove();
        }
    }

    private void close(Visit ended) {
        int[] session = ended.viewed.stream()
                .filter(product -> numbers.containsKey(product) || products.size() < MOST_ITEMS)
                .mapToInt(this::number)
                .toArray();
        if (session.length < 2) return;
        index.add(session);
        int known = index.view().sessions();
        if (counting || known - counted < Math.max(FIRST_RECOUNT, counted / RECOUNT_SHARE)) return;
        counting = true;
        counted = known;
        SessionView view = index.view();
        beside.accept(() -> recounted(Signals.of(view, SessionSettings.USUAL)));
    }

    private synchronized void recounted(Signals fresh) {
        signals = fresh;
        counting = false;
        asked = 0;
    }

    private int number(String product) {
        Integer known = numbers.get(product);
        if (known != null) return known;
        numbers.put(product, products.size());
        products.add(product);
        return products.size() - 1;
    }
}
