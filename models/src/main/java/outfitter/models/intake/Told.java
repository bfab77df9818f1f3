package outfitter.models.intake;

import org.jspecify.annotations.Nullable;

/** Small checks that the facts share. Their words are for whoever told the fact. */
final class Told {
    private Told() {}

    /** Throws {@link IllegalArgumentException} when there is nothing, or more than a column of ours should hold. */
    static String needed(String what, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) throw new IllegalArgumentException(what + " is missing");
        return fitting(what, text, longest);
    }

    /** Blank text counts as not told. */
    static @Nullable String optional(String what, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : fitting(what, text, longest);
    }

    private static String fitting(String what, String text, int longest) {
        String plain = text.strip();
        if (plain.length() > longest) throw new IllegalArgumentException(what + " is longer than " + longest);
        if (plain.indexOf('\0') >= 0) throw new IllegalArgumentException(what + " contains NUL");
        return plain;
    }
}
