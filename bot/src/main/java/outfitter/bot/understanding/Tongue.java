package outfitter.bot.understanding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells whether a text is in another language than the shop's, by OpenNLP's detector, which is asked about every text of
 * three words or more; of its 103 languages only those count that customers of a shop in Europe may well write. Of 1,468
 * short English messages it takes 70 for another language, none of them surely. So where it is sure its word is enough, and
 * where it merely leans, the words must be mostly unknown too. Its model (34 MB) is loaded by {@link #load}, or with the
 * first text, which takes about a second. Safe to share between threads.
 */
final class Tongue {
    private static final String MODEL = "langdetect-183.bin";
    /** Fewer words say too little. */
    private static final int FEWEST_WORDS = 3;
    /** Where more of the words are known, whatever surrounds them is a name or a slip. */
    private static final double MOSTLY_KNOWN = 0.5;

    /** No English message has been given so much to another language. */
    private static final double SURE = 0.5;

    /** So many times likelier than the shop's own language. */
    private static final double CLEARLY = 2;

    /** ISO 639-3, as the model names them. */
    private static final Set<String> LIKELY = Set.of(
            "ara", "bul", "cat", "ces", "cmn", "cym", "dan", "deu", "ell", "eng", "est", "fin", "fra", "gle", "heb",
            "hin", "hrv", "hun", "ita", "jpn", "kor", "lav", "lit", "nld", "nno", "nob", "pol", "por", "ron", "rus",
            "slk", "slv", "spa", "swe", "tur", "ukr");

    private final String own;

    /** For a shop whose customers write {@code language}, two letters. */
    Tongue(String language) {
        own = new Locale(language).getISO3Language();
    }

    private static final class Loaded {
        static final LanguageDetectorModel MODEL = read();
    }

    /** Loads the model now, if it is not there yet. */
    static void load() {
        Objects.requireNonNull(Loaded.MODEL);
    }

    private static LanguageDetectorModel read() {
        try (InputStream in = Tongue.class.getClassLoader().getResourceAsStream(Tongue.MODEL)) {
            if (in == null) throw new IllegalStateException("missing resource " + MODEL);
            return new LanguageDetectorModel(new BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MODEL, e);
        }
    }

    /** Whether {@code text} is in another language than what {@code classifier} was taught. */
    boolean isOther(String text, Classifier classifier) {
        if (text.strip().split("\\s+", -1).length < FEWEST_WORDS) return false;
        String best = own;
        double most = 0;
        double ours = 0;
        for (Language each : new LanguageDetectorME(Loaded.MODEL).predictLanguages(text)) {
            if (each.getLang().equals(own)) ours = each.getConfidence();
            if (LIKELY.contains(each.getLang()) && each.getConfidence() > most) {
                most = each.getConfidence();
                best = each.getLang();
            }
        }
        if (best.equals(own)) return false;
        if (most >= SURE) return true;
        if (classifier.taught(text) > MOSTLY_KNOWN) return false;
        // Slips of the fingers look like another language, unless mending makes words of them.
        return most >= CLEARLY * ours || classifier.taughtWhenMended(text) <= MOSTLY_KNOWN;
    }
}
