package outfitter.bot.understanding;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.bot.understanding.sentence.Embedding;
import outfitter.bot.understanding.sentence.KnownVectors;
import outfitter.bot.understanding.sentence.SentenceModel;
import outfitter.bot.understanding.sentence.SentenceTrainer;

/**
 * One language over given intents: the model that the build trained, or, when that does not belong to these utterances,
 * one trained now (some seconds).
 */
final class ShopLanguage {
    private static final Logger LOG = LoggerFactory.getLogger(ShopLanguage.class);

    private static final String VECTORS = "vectors.bin";

    private final String language;
    private final Means means;
    private final List<Utterance> utterances;

    ShopLanguage(String language, Collection<String> intents, Means means) {
        this.language = language;
        this.means = means;
        this.utterances = Utterances.read(language, intents.stream().sorted().toList());
    }

    String fingerprint() {
        return ModelFile.fingerprint(means, language, distinct(utterances));
    }

    List<Utterance> utterances() {
        return utterances;
    }

    TrainedLanguage trained() {
        return built().orElseGet(() -> {
            LOG.warn("language model is trained at the start language={} utterances={}", language, utterances.size());
            return train(utterances, share -> {});
        });
    }

    TrainedLanguage train(List<Utterance> from, LanguageTraining.Progress progress) {
        return train(from, vectors(), progress);
    }

    private TrainedLanguage train(List<Utterance> from, KnownVectors known, LanguageTraining.Progress progress) {
        List<Utterance> distinct = distinct(from);
        Classifier classifier = means == Means.WORDS
                ? new LanguageTrainer(language).train(distinct)
                : new SentenceClassifier(sentences(distinct, known, progress));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelFile.write(classifier, ModelFile.fingerprint(means, language, distinct), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TrainedLanguage(classifier, bytes.toByteArray());
    }

    private static SentenceModel sentences(
            List<Utterance> utterances, KnownVectors known, LanguageTraining.Progress progress) {
        return new SentenceTrainer(Embedding.shared(), known, progress::reached)
                .train(
                        plain(utterances),
                        utterances.stream().map(Utterance::intent).toList(),
                        Intents.NONE);
    }

    private static List<String> plain(List<Utterance> utterances) {
        return utterances.stream()
                .map(each ->
                        SentenceClassifier.plain(Identifiers.in(each.text()).masked()))
                .toList();
    }

    private static List<Utterance> distinct(List<Utterance> from) {
        Map<String, Utterance> byText = new LinkedHashMap<>();
        from.forEach(each -> byText.put(each.text(), each));
        return new ArrayList<>(byText.values());
    }

    /** Trains into {@code file}, unless it already holds the model of these utterances; their vectors stand beside it. */
    void build(Path file) throws IOException {
        if (Files.exists(file) && holds(file)) return;
        KnownVectors known = vectors();
        byte[] bytes = train(utterances, known, share -> {}).bytes();
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        if (means == Means.SENTENCES) Files.write(file.resolveSibling(VECTORS), vectorBytes(known));
    }

    private byte[] vectorBytes(KnownVectors known) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(ModelFile.fingerprint(KnownVectors.makers()));
        known.write(plain(distinct(utterances)), out);
        out.flush();
        return bytes.toByteArray();
    }

    /** The vectors of the utterances that came with the program, or none where the build made none that still hold. */
    private KnownVectors vectors() {
        KnownVectors known = new KnownVectors();
        String file = "language/" + language + "/" + VECTORS;
        try (InputStream stored = ShopLanguage.class.getClassLoader().getResourceAsStream(file)) {
            if (stored == null || means == Means.WORDS) return known;
            DataInputStream in = new DataInputStream(new BufferedInputStream(stored));
            if (in.readUTF().equals(ModelFile.fingerprint(KnownVectors.makers()))) known.read(in);
            return known;
        } catch (EOFException | UTFDataFormatException cutShort) {
            return new KnownVectors();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private boolean holds(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return own(in).isPresent();
        } catch (EOFException | UTFDataFormatException cutShort) {
            return false;
        }
    }

    private Optional<TrainedLanguage> built() {
        try (InputStream in = ShopLanguage.class.getClassLoader().getResourceAsStream(means.file(language))) {
            return in == null ? Optional.empty() : own(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model in {@code from}, provided that it was made from our own utterances. */
    private Optional<TrainedLanguage> own(InputStream from) throws IOException {
        return ModelFile.read(from, means, language, fingerprint()::equals);
    }

    /** The model in {@code from}, whatever utterances it was made from. */
    Optional<TrainedLanguage> read(InputStream from) throws IOException {
        String makers = ModelFile.makers(means, language);
        return ModelFile.read(from, means, language, fingerprint -> fingerprint.startsWith(makers));
    }
}
