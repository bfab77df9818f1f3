package outfitter.bot.understanding;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import opennlp.tools.ml.maxent.io.BinaryQNModelReader;
import opennlp.tools.ml.maxent.io.BinaryQNModelWriter;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import outfitter.bot.understanding.sentence.Embedding;
import outfitter.bot.understanding.sentence.SentenceModel;

/**
 * A trained model as bytes, headed by a fingerprint of what it was trained from, so that a stale one is never used:
 * the utterances, the concepts, and the very classes that make features and weights.
 */
final class ModelFile {
    private static final List<Class<?>> WORDS = List.of(
            Token.class,
            Words.class,
            Concepts.class,
            Spelling.class,
            Features.class,
            Vectors.class,
            LanguageTrainer.class,
            LanguageModel.class);
    private static final List<Class<?>> BOTH = List.of(Identifiers.class, ModelFile.class);

    private ModelFile() {}

    /** The fingerprint of what a model for {@code utterances} depends on; it begins with {@link #makers}. */
    static String fingerprint(Means means, String language, List<Utterance> utterances) {
        MessageDigest digest = sha256();
        for (Utterance each : utterances) {
            digest.update((each.intent() + "\t" + each.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return makers(means, language) + HexFormat.of().formatHex(digest.digest());
    }

    /** The fingerprint of all but the utterances: what a model needs to be read rightly. */
    static String makers(Means means, String language) {
        MessageDigest digest = sha256();
        BOTH.forEach(maker -> digest.update(code(maker)));
        if (means == Means.WORDS) {
            Utterances.lines("language/" + language + "/concepts.txt")
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            WORDS.forEach(maker -> digest.update(code(maker)));
        } else {
            digest.update(code(SentenceClassifier.class));
            SentenceModel.makers().forEach(maker -> digest.update(code(maker)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The fingerprint of the code of {@code makers}. */
    static String fingerprint(List<Class<?>> makers) {
        MessageDigest digest = sha256();
        makers.forEach(maker -> digest.update(code(maker)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static void write(Classifier classifier, String fingerprint, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
        out.writeUTF(fingerprint);
        if (classifier instanceof LanguageModel words) write(words, out);
        else if (classifier instanceof SentenceClassifier sentences)
            sentences.model().write(out);
        else throw new IllegalArgumentException("no file for " + classifier.getClass());
        out.flush();
    }

    private static void write(LanguageModel model, DataOutputStream out) throws IOException {
        out.writeDouble(model.temperature());
        Set<String> vocabulary = new TreeSet<>(model.spelling().words());
        out.writeInt(vocabulary.size());
        for (String word : vocabulary) out.writeUTF(word);
        Map<String, Float> rarity = model.vectors().rarity();
        out.writeInt(rarity.size());
        for (Map.Entry<String, Float> feature : rarity.entrySet()) {
            out.writeUTF(feature.getKey());
            out.writeFloat(feature.getValue());
        }
        new BinaryQNModelWriter(model.weights(), out).persist(); // closes the stream
    }

    /** The model in {@code from}; empty when its fingerprint is not one that {@code fits}. */
    static Optional<TrainedLanguage> read(InputStream from, Means means, String language, Predicate<String> fits)
            throws IOException {
        byte[] bytes = from.readAllBytes();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (!fits.test(in.readUTF())) return Optional.empty();
            Classifier classifier = means == Means.WORDS
                    ? words(in, language)
                    : new SentenceClassifier(SentenceModel.read(in, Embedding.shared()));
            return Optional.of(new TrainedLanguage(classifier, bytes));
        }
    }

    private static LanguageModel words(DataInputStream in, String language) throws IOException {
        double temperature = in.readDouble();
        Set<String> vocabulary = new TreeSet<>();
        for (int left = in.readInt(); left > 0; left--) vocabulary.add(in.readUTF());
        Map<String, Float> rarity = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) rarity.put(in.readUTF(), in.readFloat());
        QNModel weights = (QNModel) new BinaryQNModelReader(in).getModel();
        Spelling spelling = new Spelling(vocabulary);
        Vectors vectors = new Vectors(new Features(Concepts.of(language), spelling), rarity);
        return new LanguageModel(weights, vectors, spelling, temperature);
    }

    private static byte[] code(Class<?> maker) {
        try (InputStream in = maker.getResourceAsStream(maker.getSimpleName() + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
