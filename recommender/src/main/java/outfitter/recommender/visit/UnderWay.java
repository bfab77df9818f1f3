package outfitter.recommender.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The visits under way of one sort of people, at most {@value #MOST}: who comes beyond that ends the one that was quiet
 * longest. Guarded by {@link Visits}.
 */
final class UnderWay {
    private static final int MOST = 20_000;

    private final Duration quiet;
    private final BiConsumer<String, Visit> ended;
    private final Map<String, Visit> visits = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Nobody's yet.
     *
     * @param quiet after so long without anything a visit has ended
     * @param ended told of each with who it was
     */
    UnderWay(Duration quiet, BiConsumer<String, Visit> ended) {
        this.quiet = quiet;
        this.ended = ended;
    }

    Optional<Visit> of(String who) {
        return Optional.ofNullable(visits.get(who));
    }

    /** The visit of {@code who}, a new one where there is none or it had ended by then. */
    Visit at(String who, Instant at) {
        of(who).filter(before -> before.isQuietAt(at, quiet)).ifPresent(before -> end(who));
        Visit visit = visits.computeIfAbsent(who, any -> new Visit());
        if (visits.size() > MOST) end(visits.keySet().iterator().next());
        return visit;
    }

    void takeUp(String who, Visit visit) {
        visits.putIfAbsent(who, visit);
    }

    void end(String who) {
        Visit visit = visits.remove(who);
        if (visit != null) ended.accept(who, visit);
    }

    // They are in the order in which they were last asked about or changed: the quiet ones are in front.
    void endQuiet(Instant now) {
        while (!visits.isEmpty()) {
            Map.Entry<String, Visit> oldest = visits.entrySet().iterator().next();
            if (!oldest.getValue().isQuietAt(now, quiet)) return;
            end(oldest.getKey());
        }
    }

    Map<String, Visit> all() {
        return visits;
    }
}
