package outfitter.bot.understanding;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * The sentences of a text, by OpenNLP's detector within each line: "approx. 3 kg" is one, "where is it? can i return it" are
 * two. A line is never longer than a sentence, because people who write to a shop press Enter between two; nor does one
 * reach beyond a semicolon. Abbreviations that the detector does not know ("pls.") are in
 * {@code language/<language>/abbreviations.txt}; what it cuts behind one of them is joined again. Immutable.
 */
final class Sentences {
    private static final String MODEL = "opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    private final Pattern abbreviated;

    Sentences(String language) {
        String known = String.join("|", Utterances.lines("language/" + language + "/abbreviations.txt"));
        abbreviated = Pattern.compile("(?i)(?:^|.*[^\\p{L}])(?:" + known + ")\\.");
    }

    private static final class Loaded {
        static final SentenceModel MODEL = load();
    }

    private static SentenceModel load() {
        try (InputStream in = Sentences.class.getClassLoader().getResourceAsStream(Sentences.MODEL)) {
            if (in == null) throw new IllegalStateException("missing resource " + Sentences.MODEL);
            return new SentenceModel(new BufferedInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Sentences.MODEL, e);
        }
    }

    /** Where the sentences of {@code text} stand, without the blanks around them. */
    List<Span> places(String text) {
        SentenceDetectorME detector = new SentenceDetectorME(Loaded.MODEL); // a model may be shared, its reader not
        List<Span> places = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && !endsLine(text, to)) to++;
            addLine(text, from, detector.sentPosDetect(text.substring(from, to)), places);
            from = to + 1;
        }
        return places;
    }

    private void addLine(String text, int start, Span[] cut, List<Span> places) {
        Span open = null;
        for (Span each : cut) {
            Span next = new Span((open == null ? start + each.getStart() : open.getStart()), start + each.getEnd());
            boolean goesOn = abbreviated
                    .matcher(text.substring(next.getStart(), next.getEnd()))
                    .matches();
            if (!goesOn) places.add(next);
            open = goesOn ? next : null;
        }
        if (open != null) places.add(open);
    }

    private static boolean endsLine(String text, int at) {
        char sign = text.charAt(at);
        return sign == '\n' || (sign == ';' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1)));
    }

    /** The sentences of {@code text}, in their order. */
    List<String> of(String text) {
        return places(text).stream()
                .map(each -> text.substring(each.getStart(), each.getEnd()))
                .toList();
    }
}
