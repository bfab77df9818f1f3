package outfitter.bot.understanding;

import java.io.ByteArrayOutputStream;
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

/**
 * One language over given intents: the model that the build trained, or, when that does not belong to these utterances,
 * one trained now (some seconds).
 */
final class ShopLanguage {
    private static final Logger LOG = LoggerFactory.getLogger(ShopLanguage.class);

    private final String language;
    private final List<Utterance> utterances;

    ShopLanguage(String language, Collection<String> intents) {
        this.language = language;
        this.utterances = Utterances.read(language, intents.stream().sorted().toList());
    }

    String fingerprint() {
        return ModelFile.fingerprint(language, distinct(utterances));
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
        List<Utterance> distinct = distinct(from);
        LanguageModel model = new LanguageTrainer(language).train(distinct);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ModelFile.write(model, ModelFile.fingerprint(language, distinct), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TrainedLanguage(model, bytes.toByteArray());
    }

    private static List<Utterance> distinct(List<Utterance> from) {
        Map<String, Utterance> byText = new LinkedHashMap<>();
        from.forEach(each -> byText.put(each.text(), each));
        return new ArrayList<>(byText.values());
    }

    /** Trains into {@code file}, unless it already holds the model of these utterances. */
    void build(Path file) throws IOException {
        if (Files.exists(file) && holds(file)) return;
        byte[] bytes = train(utterances, share -> {}).bytes();
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private boolean holds(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return own(in).isPresent();
        } catch (EOFException | UTFDataFormatException cutShort) {
            return false;
        }
    }

    private Optional<TrainedLanguage> built() {
        String resource = "language/" + language + "/model.bin";
        try (InputStream in = ShopLanguage.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : own(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model in {@code from}, provided that it was made from our own utterances. */
    private Optional<TrainedLanguage> own(InputStream from) throws IOException {
        return ModelFile.read(from, language, fingerprint()::equals);
    }

    /** The model in {@code from}, whatever utterances it was made from. */
    Optional<TrainedLanguage> read(InputStream from) throws IOException {
        String makers = ModelFile.makers(language);
        return ModelFile.read(from, language, fingerprint -> fingerprint.startsWith(makers));
    }
}
