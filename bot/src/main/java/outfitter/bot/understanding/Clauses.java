package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a text may be cut into two matters: at the end of a sentence, and where a word that joins clauses is followed by
 * one that opens a clause, by the lists in {@code language/<language>/clauses.txt}. Immutable.
 */
final class Clauses {
    private static final String JOINING = "joining:";
    private static final String OPENING = "opening:";
    private static final int MOST = 6;
    private static final int SHORTEST = 6;

    private final Pattern cut;

    /** The first part goes {@code until} here, exclusive, and the second begins {@code from} there. */
    record Cut(int until, int from) {}

    private Clauses(List<String> lines) {
        String opening = "(?=(?:" + either(lines, OPENING) + ")(?![\\p{L}'’]))";
        String joining = "(?:" + either(lines, JOINING) + ")";
        cut = Pattern.compile("(?i)(?:(?<=[.?!])\\s{1,9}|\\n{1,9}|;\\s{1,9})(?:" + joining + ",?\\s{1,9})?"
                + "|,?\\s{1,9}" + joining + ",?\\s{1,9}" + opening + "|,\\s{1,9}" + opening);
    }

    static Clauses of(String language) {
        return new Clauses(Utterances.lines("language/" + language + "/clauses.txt"));
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
        Matcher found = cut.matcher(text);
        while (cuts.size() < MOST && found.find()) {
            boolean both = text.substring(0, found.start()).strip().length() >= SHORTEST
                    && text.substring(found.end()).strip().length() >= SHORTEST;
            if (both) cuts.add(new Cut(found.start(), found.end()));
        }
        return cuts;
    }
}
