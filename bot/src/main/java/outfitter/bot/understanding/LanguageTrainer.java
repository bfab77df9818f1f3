package outfitter.bot.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Learns a {@link LanguageModel} from utterances: OpenNLP's maximum entropy by quasi-Newton with an L2 penalty, then the
 * temperature that makes its probabilities true on folds it did not see. Takes some seconds; the same utterances always
 * give the same model.
 */
final class LanguageTrainer {
    private static final int SEED = 11;
    private static final int FOLDS = 3;
    private static final double PENALTY = 0.2;
    private static final int ITERATIONS = 40;
    private static final double COOLEST = 0.6;
    private static final double WARMEST = 2.5;
    private static final double STEP = 0.05;

    private final String language;

    LanguageTrainer(String language) {
        this.language = language;
    }

    LanguageModel train(List<Utterance> utterances) {
        List<Utterance> shuffled = shuffled(utterances);
        return weigh(shuffled, fitTemperature(shuffled));
    }

    /** The utterances, identifiers masked, in an order that tells nothing. */
    static List<Utterance> shuffled(List<Utterance> utterances) {
        List<Utterance> shuffled = new ArrayList<>();
        for (Utterance each : utterances) {
            shuffled.add(new Utterance(Identifiers.in(each.text()).masked(), each.intent()));
        }
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled;
    }

    private double fitTemperature(List<Utterance> utterances) {
        // One number needs no more than one fold, and each takes as long as all the rest.
        LanguageModel model = weigh(fold(utterances, 0, FOLDS, false), 1);
        return temperature(judge(model, fold(utterances, 0, FOLDS, true)));
    }

    /** What {@code model} says of utterances that it has not seen. */
    static List<Seen> judge(LanguageModel model, List<Utterance> unseen) {
        List<Seen> seen = new ArrayList<>();
        for (Utterance each : unseen) {
            double[] raw = model.raw(each.text());
            if (raw.length > 0) seen.add(new Seen(raw, model.weights().getIndex(each.intent())));
        }
        return seen;
    }

    /** The temperature at which the truth surprises least. */
    static double temperature(List<Seen> seen) {
        return DoubleStream.iterate(COOLEST, temperature -> temperature < WARMEST, temperature -> temperature + STEP)
                .boxed()
                .min(Comparator.comparingDouble(temperature -> surprise(seen, temperature)))
                .orElse(1.0);
    }

    /** What a model that had not seen an utterance said of it, and which outcome was true. */
    static final class Seen {
        final double[] raw;
        final int intent;

        Seen(double[] raw, int intent) {
            this.raw = raw;
            this.intent = intent;
        }

        double surprise(double temperature) {
            return -Math.log(LanguageModel.softened(raw, temperature)[intent]);
        }
    }

    private static double surprise(List<Seen> seen, double temperature) {
        return seen.stream().mapToDouble(each -> each.surprise(temperature)).sum();
    }

    /** Every {@code folds}-th utterance, or all the others. */
    static List<Utterance> fold(List<Utterance> utterances, int fold, int folds, boolean inside) {
        List<Utterance> chosen = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            if ((i % folds == fold) == inside) chosen.add(utterances.get(i));
        }
        return chosen;
    }

    /** A model without calibration of its own. */
    LanguageModel weigh(List<Utterance> utterances, double temperature) {
        Concepts concepts = Concepts.of(language);
        Spelling spelling = new Spelling(vocabulary(concepts, utterances));
        Vectors vectors = Vectors.learn(new Features(concepts, spelling), utterances);
        return new LanguageModel(weights(utterances, vectors), vectors, spelling, temperature);
    }

    static Set<String> vocabulary(Concepts concepts, List<Utterance> utterances) {
        Set<String> words = new TreeSet<>(concepts.words());
        utterances.forEach(utterance -> words.addAll(Words.of(utterance.text())));
        return words;
    }

    private static QNModel weights(List<Utterance> utterances, Vectors vectors) {
        List<Event> events = new ArrayList<>();
        for (Utterance each : utterances) {
            Map<String, Double> features = vectors.features(each.text());
            if (!features.isEmpty()) {
                String[] names = features.keySet().toArray(String[]::new);
                events.add(new Event(each.intent(), names, Vectors.values(features)));
            }
        }
        try {
            QNTrainer trainer = new QNTrainer();
            trainer.init(parameters(), new HashMap<>());
            return (QNModel) trainer.train(ObjectStreamUtils.createObjectStream(events));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrainingParameters parameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put("Algorithm", QNTrainer.MAXENT_QN_VALUE);
        parameters.put("DataIndexer", "OnePassRealValue");
        parameters.put("Cutoff", 0);
        parameters.put("L1Cost", 0.0);
        parameters.put("L2Cost", PENALTY);
        parameters.put("Iterations", ITERATIONS);
        parameters.put("Threads", 2);
        return parameters;
    }
}
