package outfitter.bot.understanding.sentence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Learns a {@link SentenceModel} from texts with labels. Everything that makes a probability is fitted by
 * cross-validation, on texts that the weights had not seen. What belongs nowhere is learned from texts that are labelled
 * so, and from whole classes that are left out for the purpose, so that it is known even where nobody gave examples of
 * it. Takes seconds of all processors; the same texts always give the same model.
 */
public final class SentenceTrainer {
    private static final int SEED = 1;
    private static final int FOLDS = 3;
    /** Left out at a time for the unknown: one class of so many. */
    private static final int GROUPS = 6;
    /** With so many real examples of the unknown, no classes need to be left out to stand for it. */
    private static final int ENOUGH_UNKNOWN = 400;
    /** What a message is expected to be unknown with at least, however few examples there are. */
    private static final double LEAST_UNKNOWN = 0.1;

    private static final int PIECE = 64;

    private final Embedding embedding;
    private final int threads = Workers.count();
    private final DoubleConsumer progress;

    /** A trainer that tells {@code progress} how far it is, from 0 to 1, on whatever thread. */
    public SentenceTrainer(Embedding embedding, DoubleConsumer progress) {
        this.embedding = embedding;
        this.progress = progress;
    }

    /** Learns from {@code texts}, each with its label; {@code unknown} is the label of what is none of the others. */
    public SentenceModel train(List<String> texts, List<String> labels, String unknown) {
        List<String> classes = new ArrayList<>(new TreeSet<>(labels));
        classes.remove(unknown);
        if (classes.isEmpty()) throw new IllegalArgumentException("nothing but " + unknown);
        int[] label = labels.stream().mapToInt(classes::indexOf).toArray();
        float[][] vectors = vectors(texts);
        Ngrams ngrams = Ngrams.learn(texts);
        return new Lesson(texts, label, classes, vectors, ngrams).learn();
    }

    private float[][] vectors(List<String> texts) {
        // Texts of one length go through the embedding together, which halves the time.
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
        order.sort(Comparator.comparingInt(i -> embedding.length(texts.get(i))));
        float[][] vectors = new float[texts.size()][];
        List<Runnable> pieces = new ArrayList<>();
        for (int from = 0; from < order.size(); from += PIECE) {
            List<Integer> piece = order.subList(from, Math.min(order.size(), from + PIECE));
            pieces.add(() -> {
                float[][] found = embedding.of(piece.stream().map(texts::get).toList());
                for (int i = 0; i < found.length; i++) vectors[piece.get(i)] = found[i];
            });
        }
        Workers.runAll(pieces, threads);
        progress.accept(0.5);
        return vectors;
    }

    /** One training over fixed texts. */
    private final class Lesson {
        private final int[] label;
        private final List<String> classes;
        private final float[][] vectors;
        private final Ngrams ngrams;
        private final List<Sparse> found;
        private final int[] fold;

        Lesson(List<String> texts, int[] label, List<String> classes, float[][] vectors, Ngrams ngrams) {
            this.label = label;
            this.classes = classes;
            this.vectors = vectors;
            this.ngrams = ngrams;
            this.found = texts.stream().map(ngrams::of).toList();
            this.fold = folds();
        }

        /** Which fold each text is in; every class is dealt out evenly. */
        private int[] folds() {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, label.length).boxed().toList());
            Collections.shuffle(order, new Random(SEED));
            int[] dealt = new int[classes.size() + 1];
            int[] fold = new int[label.length];
            for (int i : order) fold[i] = (label[i] + 1 + dealt[label[i] + 1]++) % FOLDS;
            return fold;
        }

        SentenceModel learn() {
            Tried joined = tried(Mixture.JOINED, 0);
            Tried alone = tried(Mixture.VECTOR_ALONE, 0);
            Tried better = joined.surprise() <= alone.surprise() ? joined : alone;
            progress.accept(0.65);
            Held held = new Held();
            better.held().forEach(held::add);
            for (int other = 1; other < FOLDS; other++)
                tried(better.mixture(), other).held().forEach(held::add);
            progress.accept(0.8);
            if (unknowns() < ENOUGH_UNKNOWN) strangers(better.mixture()).forEach(held::add);
            progress.accept(0.9);
            Heads heads = heads(better.mixture(), i -> true);
            return new SentenceModel(
                    classes, embedding, ngrams, better.mixture(), heads, held.weighing(), held.belonging(unknowns()));
        }

        private long unknowns() {
            return IntStream.of(label).filter(each -> each < 0).count();
        }

        private Tried tried(Mixture mixture, int out) {
            Heads heads = heads(mixture, i -> fold[i] != out);
            List<Unseen> held = judged(mixture, heads, i -> fold[i] == out, false);
            List<Unseen> known = held.stream().filter(each -> each.label() >= 0).toList();
            List<Fit> fits = known.stream().map(Unseen::fit).toList();
            int[] truth = known.stream().mapToInt(Unseen::label).toArray();
            return new Tried(mixture, held, Weighing.fit(fits, truth).surprise(fits, truth));
        }

        /** Texts of classes that were left out: strangers, to whoever has never seen their like. */
        private Collection<Unseen> strangers(Mixture mixture) {
            List<Unseen> strangers = new ArrayList<>();
            int groups = Math.min(GROUPS, classes.size());
            if (groups < 3) return strangers;
            for (int out = 0; out < FOLDS; out++) {
                int group = out;
                Heads heads = heads(mixture, i -> fold[i] != group && (label[i] < 0 || label[i] % groups != group));
                strangers.addAll(judged(
                        mixture, heads, i -> fold[i] == group && label[i] >= 0 && label[i] % groups == group, true));
            }
            return strangers;
        }

        private Heads heads(Mixture mixture, IntPredicate inside) {
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < vectors.length; i++) rows.add(mixture.row(vectors[i], found.get(i)));
            int[] chosen = IntStream.range(0, label.length).filter(inside).toArray();
            int width = Embedding.SIZE + (mixture.ngrams() == 0 ? 0 : ngrams.size());
            return Heads.learn(rows, vectors, label, chosen, classes.size(), width, threads);
        }

        private List<Unseen> judged(Mixture mixture, Heads heads, IntPredicate inside, boolean stranger) {
            return IntStream.range(0, label.length)
                    .filter(inside)
                    .mapToObj(i -> new Unseen(
                            heads.fit(mixture.row(vectors[i], found.get(i)), vectors[i]),
                            stranger ? -1 : label[i],
                            stranger))
                    .toList();
        }
    }

    /** One way of mixing, and what it said of a fold that it had not seen. */
    private record Tried(Mixture mixture, List<Unseen> held, double surprise) {}

    /** How a text that the heads had not seen fits, and what it is: a class, or -1. */
    private record Unseen(Fit fit, int label, boolean stranger) {}

    /** All that was judged unseen: what probabilities are fitted to. */
    private static final class Held {
        private final List<Unseen> all = new ArrayList<>();

        void add(Unseen each) {
            all.add(each);
        }

        Weighing weighing() {
            List<Unseen> known = all.stream().filter(each -> each.label() >= 0).toList();
            return Weighing.fit(
                    known.stream().map(Unseen::fit).toList(),
                    known.stream().mapToInt(Unseen::label).toArray());
        }

        Logistic belonging(long real) {
            double known = all.stream().filter(each -> each.label() >= 0).count();
            double strangers = all.stream().filter(Unseen::stranger).count();
            double share = Math.max(LEAST_UNKNOWN, real / (real + known));
            double unknown = known * share / (1 - share);
            // Real examples and strangers each stand for half of the unknown, where there are both.
            double parts = (real > 0 ? 1 : 0) + (strangers > 0 ? 1 : 0);
            return Logistic.fit(
                    all.stream().map(each -> each.fit().signals()).toArray(double[][]::new),
                    truth(),
                    all.stream()
                            .mapToDouble(each ->
                                    each.label() >= 0 ? 1 : unknown / parts / (each.stranger() ? strangers : real))
                            .toArray());
        }

        private boolean[] truth() {
            boolean[] truth = new boolean[all.size()];
            for (int i = 0; i < truth.length; i++) truth[i] = all.get(i).label() >= 0;
            return truth;
        }
    }
}
