package outfitter.bot.understanding.sentence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A trained reader of sentences over named classes. Immutable, and shared between threads; each text takes some
 * milliseconds of the caller's processor.
 */
public final class SentenceModel {
    /** Where fewer words than this share are known at all, what the others seem to say counts accordingly less. */
    private static final double ENOUGH_KNOWN = 0.34;

    private final List<String> classes;
    private final Embedding embedding;
    private final Ngrams ngrams;
    private final Mending mending;
    private final Mixture mixture;
    private final Heads heads;
    private final Weighing weighing;
    private final Logistic belonging;
    private final double refusal;

    SentenceModel(
            List<String> classes,
            Embedding embedding,
            Ngrams ngrams,
            Mixture mixture,
            Heads heads,
            Weighing weighing,
            Logistic belonging,
            double refusal) {
        this.classes = List.copyOf(classes);
        this.embedding = embedding;
        this.ngrams = ngrams;
        this.mending = new Mending(ngrams, embedding.pieces());
        this.mixture = mixture;
        this.heads = heads;
        this.weighing = weighing;
        this.belonging = belonging;
        this.refusal = refusal;
    }

    /** The classes whose code decides what a model is: one that others made must not be read by these. */
    public static List<Class<?>> makers() {
        return List.of(
                Embedding.class,
                WordPieces.class,
                Ngrams.class,
                Mending.class,
                Mixture.class,
                Heads.class,
                LinearTrainer.class,
                Gaussian.class,
                Fit.class,
                Weighing.class,
                Logistic.class,
                Held.class,
                Refusal.class,
                KnownVectors.class,
                SentenceTrainer.class,
                SentenceModel.class);
    }

    /** The classes in the order of {@link Verdict#classes}. */
    public List<String> classes() {
        return classes;
    }

    /** What each of {@code texts} means, in their order. */
    public List<Verdict> read(List<String> texts) {
        List<String> mended = texts.stream().map(mending::mend).toList();
        List<Fit> fits = fits(mended);
        Deque<Fit> unmended = new ArrayDeque<>(fits(IntStream.range(0, texts.size())
                .filter(i -> isMended(texts.get(i), mended.get(i)))
                .mapToObj(texts::get)
                .toList()));
        List<Verdict> verdicts = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            boolean twoWays = isMended(texts.get(i), mended.get(i));
            Fit fit = twoWays ? fits.get(i).mean(unmended.remove()) : fits.get(i);
            verdicts.add(new Verdict(trust(mended.get(i)) * belonging.probability(fit), weighing.of(fit)));
        }
        return verdicts;
    }

    /** What looks like a slip may be a word that nobody taught; so both ways of reading count alike. */
    private static boolean isMended(String text, String mended) {
        return !text.equalsIgnoreCase(mended);
    }

    private List<Fit> fits(List<String> texts) {
        float[][] vectors = embedding.of(texts);
        List<Fit> fits = new ArrayList<>(texts.size());
        for (int i = 0; i < vectors.length; i++) {
            fits.add(heads.fit(mixture.row(vectors[i], ngrams.of(texts.get(i))), vectors[i]));
        }
        return fits;
    }

    /** From this probability of meaning none of the classes on a text is best refused. */
    public double refusal() {
        return refusal;
    }

    /** The share of the words of {@code text}, slips of the fingers mended, that were taught; 0 where it has no word. */
    public double taughtWhenMended(String text) {
        return taught(mending.mend(text));
    }

    /** The share of the words of {@code text} that were taught; 0 where it has no word. */
    public double taught(String text) {
        List<String> words = Ngrams.words(text);
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(ngrams::knows).count() / words.size();
    }

    /** From 0, where nothing is known, to 1, where enough is. */
    private double trust(String text) {
        List<String> words = Ngrams.words(text);
        if (words.isEmpty()) return 0;
        double known = words.stream()
                .filter(word -> ngrams.knows(word)
                        || (word.length() > 1 && embedding.pieces().knows(word)))
                .count();
        return Math.min(1, known / words.size() / ENOUGH_KNOWN);
    }

    /** Writes all but the embedding. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(classes.size());
        for (String each : classes) out.writeUTF(each);
        Map<String, Float> rarities = ngrams.rarities();
        out.writeInt(rarities.size());
        for (Map.Entry<String, Float> each : rarities.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeFloat(each.getValue());
        }
        out.writeFloat(mixture.vector());
        out.writeFloat(mixture.ngrams());
        out.writeInt(heads.margins().rows());
        out.writeInt(heads.margins().classes());
        Numbers.write(heads.margins().weights(), out);
        heads.likeness().write(out);
        out.writeDouble(weighing.margins());
        out.writeDouble(weighing.likeness());
        Numbers.write(belonging.mean(), out);
        Numbers.write(belonging.deviation(), out);
        Numbers.write(belonging.weights(), out);
        out.writeDouble(refusal);
    }

    /** Reads what {@link #write} wrote. */
    public static SentenceModel read(DataInput in, Embedding embedding) throws IOException {
        List<String> classes = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) classes.add(in.readUTF());
        Map<String, Float> rarities = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) rarities.put(in.readUTF(), in.readFloat());
        Mixture mixture = new Mixture(in.readFloat(), in.readFloat());
        LinearHead margins = new LinearHead(in.readInt(), in.readInt(), Numbers.floats(in));
        Heads heads = new Heads(margins, Gaussian.read(in));
        Weighing weighing = new Weighing(in.readDouble(), in.readDouble());
        Logistic belonging = new Logistic(Numbers.doubles(in), Numbers.doubles(in), Numbers.doubles(in));
        double refusal = in.readDouble();
        return new SentenceModel(classes, embedding, Ngrams.of(rarities), mixture, heads, weighing, belonging, refusal);
    }
}
