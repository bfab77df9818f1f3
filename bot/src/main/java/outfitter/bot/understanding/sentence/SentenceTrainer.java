package outfitter.bot.understanding.sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Learns a {@link SentenceModel} from texts with labels. Everything that makes a probability is fitted by
 * cross-validation, on texts that the weights had not seen. What belongs nowhere is learned from texts that are labelled
 * so, and from whole classes that are left out for the purpose, so that it is known even where nobody gave examples of
 * it. Takes seconds of all processors; the same texts always give the same model, in whatever order they are given.
 */
public final class SentenceTrainer {
    private static final int MIXING = 0x9E3779B9;
    private static final int FOLDS = 3;
    /** Left out at a time for the unknown: one class of so many. */
    private static final int GROUPS = 6;

    private static final int FEWEST = 3;
    /** From so many texts a class on, n-grams help for certain. */
    private static final int PLENTY = 40;

    private static final double EMBEDDED = 0.5;

    private final Embedding embedding;
    private final KnownVectors known;
    private final int threads = Workers.count();
    private final DoubleConsumer progress;

    /**
     * A trainer that tells {@code progress} how far it is, from 0 to 1, on whatever thread, and embeds only what is not in
     * {@code known}, to which it adds the rest.
     */
    public SentenceTrainer(Embedding embedding, KnownVectors known, DoubleConsumer progress) {
        this.embedding = embedding;
        this.known = known;
        this.progress = progress;
    }

    /** Learns from texts, each with its label; {@code unknown} is the label of what is none of the others. */
    public SentenceModel train(List<String> given, List<String> givenLabels, String unknown) {
        int[] order = order(given, givenLabels);
        List<String> texts = IntStream.of(order).mapToObj(given::get).toList();
        List<String> labels = IntStream.of(order).mapToObj(givenLabels::get).toList();
        List<String> classes = new ArrayList<>(new TreeSet<>(labels));
        classes.remove(unknown);
        if (classes.isEmpty()) throw new IllegalArgumentException("nothing but " + unknown);
        int[] label = labels.stream().mapToInt(classes::indexOf).toArray();
        float[][] vectors = known.of(texts, embedding, threads, share -> progress.accept(EMBEDDED * share));
        Ngrams ngrams = Ngrams.learn(texts);
        return new Lesson(texts, label, classes, vectors, ngrams).learn();
    }

    /** The same for the same texts, and one that tells nothing. */
    private static int[] order(List<String> texts, List<String> labels) {
        return IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> texts.get(i).hashCode() * MIXING)
                        .thenComparing(texts::get)
                        .thenComparing(labels::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One training over fixed texts. */
    private final class Lesson {
        private final int[] mark;
        private final int[] label;
        private final List<String> classes;
        private final float[][] vectors;
        private final Ngrams ngrams;
        private final List<Sparse> found;
        private final int[] fold;
        private final long unknowns;

        Lesson(List<String> texts, int[] label, List<String> classes, float[][] vectors, Ngrams ngrams) {
            this.mark = texts.stream().mapToInt(String::hashCode).toArray();
            this.label = label;
            this.classes = classes;
            this.vectors = vectors;
            this.ngrams = ngrams;
            this.found = texts.stream().map(ngrams::of).toList();
            this.fold = folds(texts);
            this.unknowns = IntStream.of(label).filter(each -> each < 0).count();
        }

        /**
         * Which fold each text is in. It is decided by the text itself, so that a few texts more leave the others where they
         * are and trainings of nearly the same texts differ little; only in small classes are they dealt out evenly.
         */
        private int[] folds(List<String> texts) {
            int[] size = new int[classes.size() + 1];
            for (int each : label) size[each + 1]++;
            int[] dealt = new int[classes.size() + 1];
            int[] fold = new int[label.length];
            IntStream.range(0, label.length)
                    .boxed()
                    .sorted(Comparator.comparingInt(i -> texts.get(i).hashCode()))
                    .forEach(i -> fold[i] = size[label[i] + 1] >= PLENTY
                            ? Math.floorMod((texts.get(i).hashCode() * MIXING) >>> 8, FOLDS)
                            : (label[i] + 1 + dealt[label[i] + 1]++) % FOLDS);
            return fold;
        }

        SentenceModel learn() {
            List<Tried> tried = new ArrayList<>();
            tried.add(first());
            for (int out = 1; out < FOLDS; out++) {
                tried.add(tried(tried.get(0).mixture(), out));
                progress.accept(EMBEDDED + 0.12 * out);
            }
            Mixture mixture = tried.get(0).mixture();
            Held held = new Held(
                    tried.stream().flatMap(each -> each.held().all().stream()).toList());
            Heads heads = heads(mixture, i -> true);
            Weighing weighing = held.weighing();
            Logistic belonging = held.belonging(unknowns);
            double refusal = held.refusal(weighing, belonging, unknowns);
            return new SentenceModel(classes, embedding, ngrams, mixture, heads, weighing, belonging, refusal);
        }

        /** The first fold, by the better of both mixtures where that is not clear beforehand. */
        private Tried first() {
            Tried joined = tried(Mixture.JOINED, 0);
            if (label.length - unknowns >= (long) PLENTY * classes.size()) return joined;
            Tried alone = tried(Mixture.VECTOR_ALONE, 0);
            return joined.held().surprise() <= alone.held().surprise() ? joined : alone;
        }

        private Tried tried(Mixture mixture, int out) {
            Heads heads = heads(mixture, i -> fold[i] != out && !isStranger(i, out));
            List<Unseen> held = IntStream.range(0, label.length)
                    .filter(i -> fold[i] == out)
                    .mapToObj(i -> unseen(mixture, heads, i, isStranger(i, out)))
                    .toList();
            return new Tried(mixture, new Held(held));
        }

        /** Whether a text's whole class is left out with this fold, so that it is a stranger to what learns from the rest. */
        private boolean isStranger(int text, int out) {
            boolean needed = unknowns < Held.ENOUGH_UNKNOWN && classes.size() >= FEWEST;
            return needed && label[text] >= 0 && label[text] % Math.min(GROUPS, classes.size()) == out;
        }

        private Unseen unseen(Mixture mixture, Heads heads, int text, boolean stranger) {
            Fit fit = heads.fit(mixture.row(vectors[text], found.get(text)), vectors[text]);
            return new Unseen(fit, stranger ? -1 : label[text], stranger);
        }

        private Heads heads(Mixture mixture, IntPredicate inside) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < vectors.length; i++) rows.add(mixture.row(vectors[i], found.get(i)));
            int[] chosen = IntStream.range(0, label.length).filter(inside).toArray();
            int width = Embedding.SIZE + (mixture.ngrams() == 0 ? 0 : ngrams.size());
            return Heads.learn(rows, mark, vectors, label, chosen, classes.size(), width, threads);
        }
    }

    /** One way of mixing, and what it said of texts that it had not seen. */
    private record Tried(Mixture mixture, Held held) {}
}
