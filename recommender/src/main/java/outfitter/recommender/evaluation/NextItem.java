package outfitter.recommender.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.session.SessionIndex;
import outfitter.recommender.session.SessionQuestion;
import outfitter.recommender.session.SessionSettings;
import outfitter.recommender.session.SessionTraining;
import outfitter.recommender.session.Signals;

/**
 * What will be looked at next: every prefix of a test file, items looked at before included. Signals and blend are found
 * on the last 7 % of the sessions to train with, then all of these are indexed and the test prefixes asked one by one, on
 * one thread.
 */
public final class NextItem {
    private static final int PLACES = 20;
    private static final int NEWEST = 1000;

    private final Sessions files = new Sessions();
    private final Consumer<String> news;

    private NextItem(Consumer<String> news) {
        this.news = news;
    }

    /**
     * What came out. {@code sessionItems…} is the ranking by the items of the session, newest first, then popularity;
     * {@code popularity…} by popularity alone; {@code best…} how the best signal alone and the blend did on the part of
     * train that was held out.
     */
    public record Figures(
            double hr20,
            double mrr20,
            double hr10,
            double mrr10,
            double p50Micros,
            double p90Micros,
            double p99Micros,
            double bytesPerEvent,
            long eventsPerSecond,
            double indexBytesPerEvent,
            double sessionItemsHr20,
            double sessionItemsMrr20,
            double popularityHr20,
            double popularityMrr20,
            boolean blended,
            double heldOutBlend,
            double heldOutBestSignal,
            int prefixes,
            int sessions,
            long events,
            int items,
            double trainSeconds) {}

    /** Measures with two session files; {@code news} hears how far it is. */
    public static Figures run(Path train, Path test, Consumer<String> news) throws IOException {
        return new NextItem(news).run(train, test);
    }

    private Figures run(Path train, Path test) throws IOException {
        List<int[]> sessions = files.train(train);
        List<Sessions.Prefix> prefixes = files.test(test);
        news.accept(sessions.size() + " sessions, " + files.items() + " items, " + prefixes.size() + " prefixes");
        long began = System.nanoTime();
        int cut = sessions.size() - (int) Math.ceil(sessions.size() * SessionTraining.END);
        SessionIndex index = new SessionIndex(NEWEST);
        sessions.subList(0, cut).forEach(index::add);
        SessionTraining.Learned learned = SessionTraining.learn(
                Signals.of(index.view(), SessionSettings.USUAL),
                sessions.subList(cut, sessions.size()),
                SessionTraining.Effort.THOROUGH);
        news.accept("found " + learned.settings() + "; held out: blend "
                + learned.outcome().learned() + ", best signal "
                + learned.outcome().alone());
        sessions.subList(cut, sessions.size()).forEach(index::add);
        index.compact();
        Signals signals = Signals.of(index.view(), learned.settings());
        double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        news.accept("trained in " + Math.round(seconds) + " s");
        return measure(signals, learned, prefixes, sessions, index, seconds);
    }

    private Figures measure(
            Signals signals,
            SessionTraining.Learned learned,
            List<Sessions.Prefix> prefixes,
            List<int[]> sessions,
            SessionIndex index,
            double trainSeconds) {
        Micros micros = new Micros();
        Ranks ours = ranks(signals, learned.blend(), prefixes, micros);
        Popular popular = new Popular(sessions, files.items());
        Ranks seen = popular.ranks(prefixes, true);
        Ranks most = popular.ranks(prefixes, false);
        long events = index.view().events();
        return new Figures(
                ours.hits(20),
                ours.reciprocal(20),
                ours.hits(10),
                ours.reciprocal(10),
                micros.at(50),
                micros.at(90),
                micros.at(99),
                (index.bytes() + signals.bytes()) / (double) events,
                eventsPerSecond(sessions, events),
                index.bytes() / (double) events,
                seen.hits(20),
                seen.reciprocal(20),
                most.hits(20),
                most.reciprocal(20),
                learned.outcome().accepted(),
                learned.outcome().learned().hits(),
                learned.outcome().alone().hits(),
                prefixes.size(),
                sessions.size(),
                events,
                files.items(),
                trainSeconds);
    }

    private static Ranks ranks(Signals signals, Blend blend, List<Sessions.Prefix> prefixes, Micros micros) {
        SessionQuestion question = new SessionQuestion(signals);
        int[] best = new int[PLACES];
        warmUp(question, blend, prefixes, best);
        Ranks ranks = new Ranks();
        for (Sessions.Prefix prefix : prefixes) {
            long asked = System.nanoTime();
            question.ask(prefix.items(), 0, prefix.items().length);
            question.best(blend, best);
            micros.add(System.nanoTime() - asked);
            ranks.add(rank(question, question.scores(blend), prefix.next()));
        }
        return ranks;
    }

    private static void warmUp(SessionQuestion question, Blend blend, List<Sessions.Prefix> prefixes, int[] best) {
        for (Sessions.Prefix prefix : prefixes.subList(0, Math.min(5000, prefixes.size()))) {
            question.ask(prefix.items(), 0, prefix.items().length);
            question.best(blend, best);
        }
    }

    /** By all scores, so that what ties with the wanted one stands before it. */
    private static int rank(SessionQuestion question, float[] scores, int wanted) {
        for (int i = 0; i < scores.length; i++) {
            if (question.candidate(i) != wanted) continue;
            int rank = 0;
            for (float score : scores) if (score >= scores[i]) rank++;
            return rank;
        }
        return Integer.MAX_VALUE;
    }

    /** How fast a log is taken in, the third time: by then the machine knows the code. */
    private static long eventsPerSecond(List<int[]> sessions, long events) {
        long nanos = Long.MAX_VALUE;
        for (int go = 0; go < 3; go++) {
            SessionIndex index = new SessionIndex(NEWEST);
            long began = System.nanoTime();
            sessions.forEach(index::add);
            nanos = Math.min(nanos, System.nanoTime() - began);
        }
        return Math.round(events * (double) TimeUnit.SECONDS.toNanos(1) / Math.max(1, nanos));
    }

    /** The two rankings that need no learning. */
    private static final class Popular {
        private final int[] place;
        private final int[] ranked;

        Popular(List<int[]> sessions, int items) {
            long[] counts = new long[items];
            for (int item = 0; item < items; item++) counts[item] = item;
            for (int[] session : sessions) for (int item : session) counts[item] -= 1L << Integer.SIZE;
            Arrays.sort(counts);
            ranked = Arrays.stream(counts).mapToInt(packed -> (int) packed).toArray();
            place = new int[items];
            for (int i = 0; i < items; i++) place[ranked[i]] = i;
        }

        Ranks ranks(List<Sessions.Prefix> prefixes, boolean sessionFirst) {
            Ranks ranks = new Ranks();
            for (Sessions.Prefix prefix : prefixes) ranks.add(rank(prefix, sessionFirst));
            return ranks;
        }

        private int rank(Sessions.Prefix prefix, boolean sessionFirst) {
            if (prefix.next() < 0) return Integer.MAX_VALUE;
            if (!sessionFirst) return place[prefix.next()] + 1;
            int[] own = newestFirst(prefix.items());
            for (int i = 0; i < own.length; i++) if (own[i] == prefix.next()) return i + 1;
            int before = 0;
            for (int item : own) if (place[item] > place[prefix.next()]) before++;
            return place[prefix.next()] + 1 + before;
        }

        private static int[] newestFirst(int[] items) {
            int[] reversed = new int[items.length];
            for (int i = 0; i < items.length; i++) reversed[i] = items[items.length - 1 - i];
            return Arrays.stream(reversed).filter(item -> item >= 0).distinct().toArray();
        }
    }
}
