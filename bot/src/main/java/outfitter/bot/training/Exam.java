package outfitter.bot.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import outfitter.bot.understanding.Intents;
import outfitter.bot.understanding.Utterance;
import outfitter.models.conversation.EntryBody.Reading;

/**
 * Judges models by utterances that none of them was trained with. Several models read each utterance one after the other,
 * so that whatever else the machine does slows them alike; several utterances are read at a time. Takes milliseconds for each
 * utterance and model.
 */
final class Exam {
    private static final int WARM_UP = 20;
    private static final int BINS = 15;
    private static final int EXAMPLES = 5;
    private static final int CONFUSIONS = 12;

    private final List<Utterance> heldOut;
    private final List<Utterance> lessons;

    /** An exam of {@code heldOut}, and of {@code lessons} that were kept back. */
    Exam(List<Utterance> heldOut, List<Utterance> lessons) {
        this.heldOut = List.copyOf(heldOut);
        this.lessons = List.copyOf(lessons);
    }

    /** What one model reaches; a model gives every intent of a text, the one it is read as first. */
    Figures of(Function<String, List<Reading>> model, DoubleConsumer progress) {
        return marks(List.of(model), progress).get(0).figures();
    }

    /** What both models reach, and how much of the difference chance alone may do. */
    Comparison compare(
            Function<String, List<Reading>> live, Function<String, List<Reading>> candidate, DoubleConsumer progress) {
        List<Marks> marks = marks(List.of(live, candidate), progress);
        return new Comparison(
                marks.get(0).figures(),
                marks.get(1).figures(),
                Chances.of(marks.get(0).answers(), marks.get(1).answers()));
    }

    /** Two models, judged by the same messages. */
    record Comparison(Figures live, Figures candidate, Chances chances) {}

    private List<Marks> marks(List<Function<String, List<Reading>>> models, DoubleConsumer progress) {
        List<Marks> marks = models.stream().map(model -> new Marks()).toList();
        warmUp(models);
        List<Utterance> all = new ArrayList<>(heldOut);
        all.addAll(lessons);
        Reply[][] replies = new Reply[all.size()][];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, all.size()).parallel().forEach(i -> {
            replies[i] = models.stream()
                    .map(model -> reply(model, all.get(i).text()))
                    .toArray(Reply[]::new);
            progress.accept((double) done.incrementAndGet() / all.size());
        });
        for (int i = 0; i < all.size(); i++) {
            for (int model = 0; model < models.size(); model++) {
                Reply reply = replies[i][model];
                marks.get(model).add(all.get(i), reply.best(), reply.nanos(), i >= heldOut.size());
            }
        }
        return marks;
    }

    /** What a model read a text as, and how long its thread's processor took. */
    private record Reply(Reading best, long nanos) {}

    private static Reply reply(Function<String, List<Reading>> model, String text) {
        long before = processorNanos();
        Reading best = model.apply(text).get(0);
        return new Reply(best, processorNanos() - before);
    }

    // The first texts of all cost what no later one does; their readings only keep the compiler from leaving them out.
    private void warmUp(List<Function<String, List<Reading>>> models) {
        long readings = heldOut.stream()
                .limit(WARM_UP)
                .flatMap(each -> models.stream().map(model -> model.apply(each.text())))
                .mapToLong(List::size)
                .sum();
        if (readings < 0) throw new IllegalStateException("no readings");
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported()
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    /** One model's answers. */
    private static final class Marks {
        private final double[] sure = new double[BINS];
        private final double[] right = new double[BINS];
        private final List<Long> nanos = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private final Map<List<String>, List<String>> confused = new LinkedHashMap<>();
        private int known;
        private int knownRight;
        private int unknown;
        private int unknownRight;
        private int lessons;
        private int lessonsRight;

        void add(Utterance asked, Reading best, long took, boolean isLesson) {
            boolean isRight = best.intent().equals(asked.intent());
            nanos.add(took);
            answers.add(new Answer(Answer.Kind.of(asked, isLesson), isRight, best.probability()));
            if (!isRight) {
                confused.computeIfAbsent(List.of(asked.intent(), best.intent()), pair -> new ArrayList<>())
                        .add(asked.text());
            }
            if (isLesson) {
                lessons++;
                lessonsRight += isRight ? 1 : 0;
                return;
            }
            int bin = Math.min(BINS - 1, (int) (best.probability() * BINS));
            sure[bin] += best.probability();
            right[bin] += isRight ? 1 : 0;
            if (asked.intent().equals(Intents.NONE)) {
                unknown++;
                unknownRight += isRight ? 1 : 0;
            } else {
                known++;
                knownRight += isRight ? 1 : 0;
            }
        }

        List<Answer> answers() {
            return answers;
        }

        Figures figures() {
            return new Figures(
                    known,
                    unknown,
                    share(knownRight, known),
                    share(unknownRight, unknown),
                    calibrationError(),
                    slowestMillis(),
                    lessons,
                    share(lessonsRight, lessons),
                    confusions());
        }

        private double calibrationError() {
            double off = 0;
            for (int bin = 0; bin < BINS; bin++) off += Math.abs(sure[bin] - right[bin]);
            return known + unknown == 0 ? 0 : off / (known + unknown);
        }

        private double slowestMillis() {
            if (nanos.isEmpty()) return 0;
            long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return Math.round(sorted[(int) Math.ceil(0.99 * sorted.length) - 1] / 1e4) / 100.0;
        }

        private List<Figures.Confusion> confusions() {
            return confused.entrySet().stream()
                    .map(pair -> new Figures.Confusion(
                            pair.getKey().get(0),
                            pair.getKey().get(1),
                            pair.getValue().size(),
                            pair.getValue().stream().limit(EXAMPLES).toList()))
                    .sorted(Comparator.comparingInt(Figures.Confusion::times).reversed())
                    .limit(CONFUSIONS)
                    .toList();
        }

        private static double share(int some, int all) {
            return all == 0 ? 1 : Math.round(10_000.0 * some / all) / 10_000.0;
        }
    }
}
