package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.namefind.DictionaryNameFinder;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringList;

/**
 * Names of one kind and what each means, found in texts by OpenNLP's finder of dictionary names in whatever case: the
 * longest name from each word on. Immutable once filled, and then safe to share between threads.
 */
final class NameList<T> {
    private final Dictionary names = new Dictionary(false);
    private final Map<List<String>, T> meanings = new HashMap<>();

    /** Adds a name of one word or more; the last meaning counts. */
    void add(List<String> name, T meaning) {
        if (name.isEmpty()) return;
        names.put(new StringList(name.toArray(String[]::new)));
        meanings.put(plain(name), meaning);
    }

    /** What the name of these words means. */
    Optional<T> meaning(List<String> name) {
        return Optional.ofNullable(meanings.get(plain(name)));
    }

    /**
     * A name in a text.
     *
     * @param first its first word, counted from 0
     * @param last its last word
     */
    record Found<T>(T meaning, int first, int last) {}

    /** The names in a text of these words, in its order; none overlaps another. */
    List<Found<T>> in(List<String> words) {
        List<Found<T>> found = new ArrayList<>();
        if (meanings.isEmpty()) return found;
        for (Span span : new DictionaryNameFinder(names).find(words.toArray(String[]::new))) {
            T meaning = meanings.get(plain(words.subList(span.getStart(), span.getEnd())));
            if (meaning != null) found.add(new Found<>(meaning, span.getStart(), span.getEnd() - 1));
        }
        return found;
    }

    private static List<String> plain(List<String> name) {
        return name.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }
}
