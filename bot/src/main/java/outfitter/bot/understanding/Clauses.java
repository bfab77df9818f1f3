package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.util.Span;

/**
 * Where a text may be cut into two matters: at the end of a sentence, and where a word that joins clauses is followed by
 * one that opens a clause, by the lists in {@code language/<language>/clauses.txt}. Immutable.
 */
final class Clauses {
    private static final String JOINING = "joining:";
    private static final String OPENING = "opening:";
    private static final int MOST = 6;
    private static final int SHORTEST = 6;

    private final Sentences sentences;
    private final Pattern joint;
    private final Pattern turn;

    /** The first part goes {@code until} here, exclusive, and the second begins {@code from} there. */
    record Cut(int until, int from) {}

    private Clauses(Sentences sentences, List<String> lines) {
        this.sentences = sentences;
        String opening = "(?=(?:" + either(lines, OPENING) + ")(?![\\p{L}'’]))";
        String joining = "(?:" + either(lines, JOINING) + ")";
        joint = Pattern.compile("(?i)" + joining + ",?\\s{1,9}");
        turn = Pattern.compile("(?i),?\\s{1,9}" + joining + ",?\\s{1,9}" + opening + "|,\\s{1,9}" + opening);
    }

    static Clauses of(String language) {
        return new Clauses(new Sentences(language), Utterances.lines("language/" + language + "/clauses.txt"));
    }

    private static String either(List<String> lines, String list) {
        return String.join(
                "|",
                lines.stream()
                        .filter(line -> line.startsWith(list))
                        .flatMap(line -> Pattern.compile(",").splitAsStream(line.substring(list.length())))
                        .map(String::strip)
                        .toList());
    }

    /** The places where {@code text} may be cut, both sides long enough to say something; at most a few. */
    List<Cut> in(String text) {
        List<Cut> cuts = new ArrayList<>();
        List<Span> all = sentences.places(text);
        for (int i = 0; i < all.size(); i++) {
            Span sentence = all.get(i);
            if (i > 0) add(cuts, text, all.get(i - 1).getEnd(), begun(text, sentence));
            Matcher found = turn.matcher(text).region(sentence.getStart(), sentence.getEnd());
            while (found.find()) add(cuts, text, found.start(), found.end());
        }
        return cuts;
    }

    /** Where a sentence begins, a joining word not counted. */
    private int begun(String text, Span sentence) {
        Matcher joining = joint.matcher(text).region(sentence.getStart(), sentence.getEnd());
        return joining.lookingAt() ? joining.end() : sentence.getStart();
    }

    private static void add(List<Cut> cuts, String text, int until, int from) {
        boolean both = text.substring(0, until).strip().length() >= SHORTEST
                && text.substring(from).strip().length() >= SHORTEST;
        if (both && cuts.size() < MOST) cuts.add(new Cut(until, from));
    }
}
