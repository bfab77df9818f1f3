package outfitter.bot.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with slots: {@code {name}}, and {@code {count, plural, one {…} other {…}}} in which # is the number. A small part
 * of ICU's message format. Immutable.
 */
final class Template {
    private static final Pattern BRANCH = Pattern.compile("(=\\d+|one|other)\\s*\\{([^{}]*)\\}");

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** Plain text (no slot), a slot, or a slot with branches. */
    private record Piece(String text, String slot, Map<String, String> branches) {}

    /** Throws {@link IllegalArgumentException} for braces that do not match, and for what it does not know. */
    static Template parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            if (open < 0) open = text.length();
            if (open > at) pieces.add(new Piece(text.substring(at, open), "", Map.of()));
            if (open == text.length()) break;
            int close = closing(text, open);
            pieces.add(slot(text.substring(open + 1, close)));
            at = close + 1;
        }
        return new Template(List.copyOf(pieces));
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '{') depth++;
            if (text.charAt(i) == '}' && --depth == 0) return i;
        }
        throw new IllegalArgumentException("a brace is not closed");
    }

    private static Piece slot(String inside) {
        int comma = inside.indexOf(',');
        if (comma < 0) return new Piece("", inside.strip(), Map.of());
        String rest = inside.substring(comma + 1).strip();
        if (!rest.startsWith("plural,")) throw new IllegalArgumentException("only plural is known: {" + inside + "}");
        Map<String, String> branches = new HashMap<>();
        for (Matcher branch = BRANCH.matcher(rest); branch.find(); ) branches.put(branch.group(1), branch.group(2));
        if (!branches.containsKey("other"))
            throw new IllegalArgumentException("plural without other: {" + inside + "}");
        return new Piece("", inside.substring(0, comma).strip(), Map.copyOf(branches));
    }

    Set<String> slots() {
        Set<String> slots = new LinkedHashSet<>();
        pieces.forEach(piece -> {
            if (!piece.slot().isEmpty()) slots.add(piece.slot());
        });
        return slots;
    }

    /** @param word puts the value of a slot into words */
    String fill(Map<String, Object> values, BiFunction<String, Object, String> word) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.slot().isEmpty()) {
                filled.append(piece.text());
                continue;
            }
            Object value = values.get(piece.slot());
            if (value == null) throw new IllegalStateException("no value for slot " + piece.slot());
            filled.append(piece.branches().isEmpty() ? word.apply(piece.slot(), value) : branch(piece, value));
        }
        return filled.toString();
    }

    private static String branch(Piece piece, Object value) {
        String number = String.valueOf(value);
        String exact = piece.branches().get("=" + number);
        String chosen = exact != null ? exact : piece.branches().get(number.equals("1") ? "one" : "other");
        return String.valueOf(chosen == null ? piece.branches().get("other") : chosen)
                .replace("#", number);
    }
}
