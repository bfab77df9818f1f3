package outfitter.models.demo;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parametric drawing: shapes in SVG whose colours are {@code $main} and {@code $accent}, lighter ({@code $main+30}, 30 %
 * of the way to white) or darker ({@code $main-45}, to ink). The frame that all share brings the gradients, the ground
 * and the light, which comes from the upper left.
 */
final class Drawing {
    private static final Pattern COLOUR = Pattern.compile("\\$(main|accent)([+-]\\d+)?");
    private static final String FRAME = Resources.text("drawings/frame.svg");
    private static final String WHITE = "ffffff";
    private static final String INK = "23272e";
    private static final double PERCENT = 100;

    private final String svg;

    private Drawing(String svg) {
        this.svg = svg;
    }

    /** The drawing of this name under {@code /demo/drawings}. */
    static Drawing named(String name) {
        return new Drawing(FRAME.replace("<!--drawing-->", Resources.text("drawings/" + name + ".svg")));
    }

    /** The finished picture; both colours are six hexadecimal digits. */
    String in(String main, String accent) {
        return COLOUR.matcher(svg)
                .replaceAll(found -> shade(found, found.group(1).equals("main") ? main : accent));
    }

    private static String shade(MatchResult found, String colour) {
        @Nullable String shift = found.group(2);
        if (shift == null) return "#" + colour;
        int percent = Integer.parseInt(shift);
        return Tint.mix(colour, percent > 0 ? WHITE : INK, Math.abs(percent) / PERCENT);
    }
}
