package outfitter.recommender.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import outfitter.models.customer.CustomerId;
import outfitter.models.visit.Browsing;
import outfitter.models.visit.VisitLog;
import outfitter.recommender.ranking.GoesOn;

/**
 * What visitors look at and put into carts on the shop's own pages: their visits under way, and what is looked at after what
 * in those that ended. Bounded: of a visit the last {@value Visit#LONGEST} looks are kept, of visitors and of known customers
 * the latest. A visit ends with a purchase, or after half an hour of quiet; of a known customer a day is
 * remembered. In memory; {@link VisitKeeper} brings it over a restart. Thread-safe.
 */
public final class Visits {
    /** After so long without a look a visit has ended. */
    static final Duration QUIET = Duration.ofMinutes(30);

    private static final int MOST_WAITING = 50_000;
    private static final int FEWEST_LOOKS = 2;
    private static final String VISITOR = "visitor:";
    private static final String CUSTOMER = "customer:";

    private final Clock clock;
    private final WhatFollows follows;
    private final UnderWay visitors = new UnderWay(QUIET, this::visitEnded);
    private final UnderWay customers = new UnderWay(VisitLog.REMEMBERED, (who, visit) -> note(who));
    private Set<String> changed = new LinkedHashSet<>();
    private Deque<VisitLog.Ended> ended = new ArrayDeque<>();

    /** @param beside runs what takes a while beside everything else */
    public Visits(Clock clock, Consumer<Runnable> beside) {
        this.clock = clock;
        follows = new WhatFollows(clock, beside);
    }

    /**
     * Who did something.
     *
     * @param visitor the shop's own name for them
     * @param customer where they are signed in
     */
    public record Who(String visitor, @Nullable CustomerId customer) {}

    /** What is to be written since the last time: visits that ended, what changed under way, and who is gone. */
    record Changes(List<VisitLog.Ended> ended, List<Browsing> changed, List<String> gone) {}

    /** Somebody looked at a product. A product looked at twice in a row counts once. */
    public synchronized void viewed(Who who, String product, Instant at) {
        of(who, at).forEach(visit -> visit.view(product, at));
    }

    /** Somebody put a product into the cart. */
    public synchronized void putIntoCart(Who who, String product, Instant at) {
        of(who, at).forEach(visit -> visit.putIntoCart(product, at));
    }

    /** Somebody took a product out of the cart. */
    public synchronized void tookOut(Who who, String product, Instant at) {
        of(who, at).forEach(visit -> visit.takeOut(product, at));
    }

    /** Somebody bought a product: the visit ends with it, and nothing is being chosen any more. */
    public synchronized void bought(Who who, String product, Instant at) {
        visitors.of(VISITOR + who.visitor()).ifPresent(visit -> visit.view(product, at));
        visitors.end(VISITOR + who.visitor());
        if (who.customer() != null) ordered(who.customer());
    }

    /** A customer ordered: the visits that are known to be theirs have ended. */
    public synchronized void ordered(CustomerId customer) {
        List<String> theirs = visitors.all().entrySet().stream()
                .filter(visit -> visit.getValue().belongsTo(customer))
                .map(Map.Entry::getKey)
                .toList();
        theirs.forEach(visitors::end);
        customers.end(key(customer));
    }

    /** What the customer looked at in the last day, newest first, each once. */
    public List<String> of(CustomerId customer) {
        return lately(key(customer)).map(Visit::newest).orElse(List.of());
    }

    /** What the visitor looked at in this visit, newest first, each once. */
    public List<String> of(String visitor) {
        return lately(VISITOR + visitor).map(Visit::newest).orElse(List.of());
    }

    /** What the customer put into the cart in the last day, oldest first. */
    public List<String> cartOf(CustomerId customer) {
        return lately(key(customer)).map(Visit::cart).orElse(List.of());
    }

    /** What the visitor put into the cart in this visit, oldest first. */
    public List<String> cartOf(String visitor) {
        return lately(VISITOR + visitor).map(Visit::cart).orElse(List.of());
    }

    /** What visitors who looked at the like of {@code looked}, newest first, looked at next: the likeliest first. */
    public Map<String, GoesOn> next(List<String> looked) {
        return follows.after(looked);
    }

    /** How many visits that ended are counted. */
    public int ended() {
        return follows.visits();
    }

    /** What was learned last of which look follows which; empty before that. */
    public Optional<VisitLesson> lesson() {
        return follows.lesson();
    }

    WhatFollows follows() {
        return follows;
    }

    /** Takes up what was under way before a restart; who has been back already is left as they are. */
    synchronized void takeUp(Browsing saved) {
        mapOf(saved.who()).takeUp(saved.who(), Visit.of(saved));
    }

    /** What is to be written now. */
    synchronized Changes changes() {
        endQuiet(clock.instant());
        List<Browsing> now = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (String key : changed) {
            Optional<Visit> visit = mapOf(key).of(key);
            if (visit.isEmpty()) gone.add(key);
            else now.add(visit.get().as(key));
        }
        Changes changes = new Changes(List.copyOf(ended), now, gone);
        ended = new ArrayDeque<>();
        changed = new LinkedHashSet<>();
        return changes;
    }

    /** Could not be written: to be written the next time. */
    synchronized void notWritten(Changes changes) {
        changes.changed().forEach(each -> changed.add(each.who()));
        changed.addAll(changes.gone());
        Deque<VisitLog.Ended> all = new ArrayDeque<>(changes.ended());
        all.addAll(ended);
        ended = all;
        bound();
    }

    private synchronized Optional<Visit> lately(String key) {
        return mapOf(key).of(key).filter(visit -> !visit.isQuietAt(clock.instant(), VisitLog.REMEMBERED));
    }

    /** The visits that what {@code who} does belongs to: the visitor's, and where they are signed in the customer's. */
    private List<Visit> of(Who who, Instant at) {
        endQuiet(at); // a batch may be told late: its visits end by their own time
        List<Visit> visits = new ArrayList<>();
        visits.add(visitors.at(VISITOR + who.visitor(), at));
        note(VISITOR + who.visitor());
        CustomerId customer = who.customer();
        if (customer == null) return visits;
        visits.add(customers.at(key(customer), at));
        note(key(customer));
        visits.forEach(visit -> visit.isOf(customer));
        return visits;
    }

    private void endQuiet(Instant at) {
        visitors.endQuiet(at);
        customers.endQuiet(at);
    }

    private void visitEnded(String who, Visit visit) {
        note(who);
        List<String> viewed = visit.viewed();
        if (viewed.size() < FEWEST_LOOKS) return;
        follows.ended(viewed);
        ended.add(new VisitLog.Ended(viewed, visit.last()));
        bound();
    }

    private void note(String who) {
        changed.add(who);
    }

    private void bound() {
        while (ended.size() > MOST_WAITING) ended.removeFirst();
    }

    private UnderWay mapOf(String who) {
        return who.startsWith(CUSTOMER) ? customers : visitors;
    }

    private static String key(CustomerId customer) {
        return CUSTOMER + customer.value();
    }
}
