package outfitter.bot.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model of one language over given intents: the one that the build trained, or, when that does not belong to these
 * utterances, one trained now (some seconds).
 */
final class ShopLanguage {
    private static final Logger LOG = LoggerFactory.getLogger(ShopLanguage.class);

    private final String language;
    private final List<Utterance> utterances;

    ShopLanguage(String language, Collection<String> intents) {
        this.language = language;
        this.utterances = Utterances.read(language, intents.stream().sorted().toList());
    }

    LanguageModel model() {
        return built().orElseGet(() -> {
            LOG.warn("language model is trained at the start language={} utterances={}", language, utterances.size());
            return new LanguageTrainer(language).train(utterances);
        });
    }

    /** Trains into {@code file}, unless it already holds the model of these utterances. */
    void build(Path file) throws IOException {
        String fingerprint = ModelFile.fingerprint(language, utterances);
        if (Files.exists(file) && holds(file, fingerprint)) return;
        LanguageModel model = new LanguageTrainer(language).train(utterances);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            List<Utterance> masked = LanguageTrainer.shuffled(utterances);
            ModelFile.write(model, fingerprint, LanguageTrainer.vocabulary(Concepts.of(language), masked), out);
        }
    }

    private boolean holds(Path file, String fingerprint) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ModelFile.read(in, fingerprint, language).isPresent();
        } catch (UncheckedIOException cutShort) {
            return false;
        }
    }

    private Optional<LanguageModel> built() {
        String resource = "language/" + language + "/model.bin";
        try (InputStream in = ShopLanguage.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) return Optional.empty();
            return ModelFile.read(in, ModelFile.fingerprint(language, utterances), language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
