package outfitter.models.intake;

/** The words of a description that comes as HTML. */
public final class PlainText {
    private PlainText() {}

    /** {@code html} without its tags, a paragraph or list item a line. */
    public static String of(String html) {
        return html.replaceAll("(?is)<(script|style)\\b.*?</\\1>", "")
                .replaceAll("(?i)<br\\s*/?>|</(p|div|li|h[1-6]|tr)>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[ \\t\\x0B\\f\\r\\u00A0]+", " ")
                .replaceAll(" ?\\n\\s*", "\n")
                .strip();
    }
}
