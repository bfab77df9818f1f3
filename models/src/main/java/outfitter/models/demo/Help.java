package outfitter.models.demo;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The help pages of {@code /demo/articles.txt}: a head line {@code # id | title | tags}, then paragraphs. */
final class Help {
    private static final Pattern BETWEEN_PAGES = Pattern.compile("(?m)^# ");

    private Help() {}

    /** {@code tags} are joined by semicolons. */
    record Page(String id, String title, String body, String tags) {}

    static List<Page> articles() {
        Stream<String> pages = BETWEEN_PAGES.splitAsStream(Resources.text("articles.txt"));
        return pages.filter(page -> !page.isBlank()).map(Help::page).toList();
    }

    private static Page page(String text) {
        int end = text.indexOf('\n');
        String[] head = text.substring(0, end).split("\\s*\\|\\s*", -1);
        return new Page(head[0].strip(), head[1], text.substring(end).strip(), head[2].strip());
    }
}
