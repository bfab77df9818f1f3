package outfitter.recommender.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import outfitter.recommender.blend.Blend;
import outfitter.recommender.session.SessionIndex;
import outfitter.recommender.session.SessionQuestion;
import outfitter.recommender.session.SessionSettings;
import outfitter.recommender.session.Signals;

/**
 * How fast and how large the index of sessions is, with sessions made up: items by Zipf's law, one in a hundred events a
 * new one, half of the steps to something related, some back. Events are taken in by one thread and questions, all
 * signals with the blend, asked by one.
 */
public final class SessionSpeed {
    private static final int NEWEST = 1000;
    private static final int EVENTS_AN_ITEM = 100;
    private static final int BATCH = 20_000;
    private static final int QUESTIONS = 20_000;
    private static final int FEWEST_QUESTIONS = 500;
    private static final int EVENTS_A_QUESTION = 100;
    private static final int PLACES = 20;

    private final int items;
    private final Random random = new Random(17);

    private SessionSpeed(int items) {
        this.items = items;
    }

    /**
     * What came out.
     *
     * @param bytesPerEvent the index, and what the signals keep beside it
     * @param eventsPerSecond taken in, each session to be found at once
     * @param loadSeconds from a file until the first question can be asked
     * @param signalSeconds counting popularity and followers anew
     */
    public record Figures(
            double p50Micros,
            double p90Micros,
            double p99Micros,
            double bytesPerEvent,
            long eventsPerSecond,
            double loadSeconds,
            double indexBytesPerEvent,
            double signalSeconds,
            double saveSeconds,
            long fileBytes,
            long events,
            int items,
            int sessions) {}

    /** Measures with {@code events} made-up events; {@code news} hears how far it is. */
    public static Figures run(long events, Consumer<String> news) throws IOException {
        int items = (int) Math.max(100, events / EVENTS_AN_ITEM);
        return new SessionSpeed(items).measure(events, news);
    }

    private Figures measure(long events, Consumer<String> news) throws IOException {
        warmUp(Math.min(events, 200_000));
        SessionIndex index = new SessionIndex(NEWEST);
        double seconds = fill(index, events);
        news.accept(events + " events taken in");
        index.compact();
        long began = System.nanoTime();
        Signals signals = Signals.of(index.view(), SessionSettings.USUAL);
        double signalSeconds = since(began);
        news.accept("followers counted");
        Path file = Files.createTempFile("outfitter-bench", ".sessions");
        try {
            began = System.nanoTime();
            index.save(file, signals.followers());
            double saveSeconds = since(began);
            long fileBytes = Files.size(file);
            began = System.nanoTime();
            Signals loaded = SessionIndex.load(file).signals(SessionSettings.USUAL);
            double loadSeconds = since(began);
            Micros micros = ask(loaded, questions(events));
            return new Figures(
                    micros.at(50),
                    micros.at(90),
                    micros.at(99),
                    (index.bytes() + signals.bytes()) / (double) index.view().events(),
                    Math.round(index.view().events() / seconds),
                    loadSeconds,
                    index.bytes() / (double) index.view().events(),
                    signalSeconds,
                    saveSeconds,
                    fileBytes,
                    index.view().events(),
                    items,
                    index.view().sessions());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void warmUp(long events) {
        SessionIndex index = new SessionIndex(NEWEST);
        fill(index, events);
        ask(Signals.of(index.view(), SessionSettings.USUAL), questions(10 * events));
    }

    /** The seconds that adding took; making the sessions up is not counted. */
    private double fill(SessionIndex index, long events) {
        long nanos = 0;
        int[][] sessions = new int[BATCH][];
        for (long made = 0; made < events; ) {
            int count = 0;
            while (count < BATCH && made < events) {
                sessions[count] = session();
                made += sessions[count++].length;
            }
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) index.add(sessions[i]);
            nanos += System.nanoTime() - began;
        }
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Asks so many questions, and a quarter more before that are not counted. */
    private Micros ask(Signals signals, int questions) {
        SessionQuestion question = new SessionQuestion(signals);
        Blend blend = Blend.only(0, 1, SessionQuestion.FEATURES, SessionQuestion.CONTEXTS);
        int[] best = new int[PLACES];
        Micros micros = new Micros();
        int warmUp = questions / 4;
        for (int i = 0; i < warmUp + questions; i++) {
            int[] visit = session();
            long asked = System.nanoTime();
            question.ask(visit, 0, visit.length);
            question.best(blend, best);
            if (i >= warmUp) micros.add(System.nanoTime() - asked);
        }
        return micros;
    }

    private static int questions(long events) {
        return (int) Math.max(FEWEST_QUESTIONS, Math.min(QUESTIONS, events / EVENTS_A_QUESTION));
    }

    private int[] session() {
        int length = 1;
        while (length < 60 && random.nextInt(5) > 0) length++;
        int[] session = new int[length];
        int rank = popular();
        for (int i = 0; i < length; i++) {
            session[i] = itemAt(rank);
            int way = random.nextInt(10);
            if (way < 6) rank = related(rank);
            else if (way < 9) rank = popular();
        }
        return session;
    }

    /** A rank by Zipf's law. */
    private int popular() {
        return (int) Math.min(items - 1.0, Math.exp(random.nextDouble() * Math.log(items)) - 1);
    }

    /** One of about twenty that belong to it, the nearer the likelier. */
    private int related(int rank) {
        int step = (int) Math.abs(random.nextGaussian() * 8) + 1;
        return Math.floorMod(rank + (random.nextBoolean() ? step : -step), items);
    }

    /** Neighbours in rank are strewn over all numbers. */
    private int itemAt(int rank) {
        return (int) (rank * 2_654_435_761L % items);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
