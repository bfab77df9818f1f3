package outfitter.server.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, short enough that its owner knows it again, and no more than that. */
final class Browsers {
    /** By a word of the User-Agent; the first that fits, because many claim to be their competitors too. */
    private static final List<Word> NAMES = List.of(
            new Word("Edg", "Edge"),
            new Word("OPR/", "Opera"),
            new Word("SamsungBrowser", "Samsung Internet"),
            new Word("Firefox", "Firefox"),
            new Word("FxiOS", "Firefox"),
            new Word("Chrome", "Chrome"),
            new Word("CriOS", "Chrome"),
            new Word("Safari", "Safari"));

    private static final List<Word> SYSTEMS = List.of(
            new Word("iPhone", "iPhone"),
            new Word("iPad", "iPad"),
            new Word("Android", "Android"),
            new Word("Windows", "Windows"),
            new Word("CrOS", "ChromeOS"),
            new Word("Mac OS X", "Mac"),
            new Word("Linux", "Linux"));

    private Browsers() {}

    private record Word(String sign, String name) {}

    /** As 'Firefox on Linux'; empty for what is no browser that we know. */
    static String name(@Nullable String userAgent) {
        if (userAgent == null) return "";
        String name = first(NAMES, userAgent);
        String system = first(SYSTEMS, userAgent);
        return name.isEmpty() || system.isEmpty() ? name + system : name + " on " + system;
    }

    private static String first(List<Word> words, String text) {
        return words.stream()
                .filter(word -> text.contains(word.sign()))
                .map(Word::name)
                .findFirst()
                .orElse("");
    }
}
