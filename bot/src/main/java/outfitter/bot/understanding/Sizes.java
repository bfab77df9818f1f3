package outfitter.bot.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes as people write them: "size 43", "in an XL", "a medium", "43?", "32/34", "W32 L34". A British or European one has
 * no letters before it, for their numbers do not meet; an American one keeps them, "US 10".
 */
final class Sizes {
    private static final String LETTERS = "x{0,3}s|m|x{0,3}l|xxxl|[2-4]xl";
    private static final String WORDS = "extra small|extra large|x-small|x-large|small|medium|large";
    private static final String NUMBERS = "\\d{1,3}(?:[.,]5)?|\\d{1,2}k";
    private static final String REGION = "(?:eu |uk )?(?:(us) )?";
    /** What follows a number that counts something and is no size. */
    private static final String COUNTS =
            " ?(?:days?|weeks?|months?|years?|hours?|minutes?|mins?|pounds?|quid|euros?|people|person|persons|litres?|liters?"
                    + "|kg|kilos?|g|grams?|cm|mm|m|km|miles?|per ?cent|pairs?|times|st|nd|rd|th)\\b";

    private static final Pattern WAIST_LENGTH = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}.,/])w? ?(2[2-9]|[34]\\d|50) ?(?:w ?[/x]? ?l?|[/x] ?l?| l) ?(2[6-9]|3[0-8])l?(?![\\p{L}\\p{N}/.,])");
    private static final Pattern ANNOUNCED =
            Pattern.compile("(?i)\\b(?:sizes?|in|in an?|in size|eu|uk|us|a|an|my size is|take)\\s+" + REGION + "("
                    + LETTERS + "|" + WORDS + "|" + NUMBERS + ")(?![\\p{L}\\p{N}%/]|[.,]\\d|" + COUNTS + ")");
    private static final Pattern AMERICAN =
            Pattern.compile("(?i)\\b(us) (?:size )?(" + NUMBERS + ")(?![\\p{L}\\p{N}%/]|[.,]\\d|" + COUNTS + ")");
    private static final Pattern REGIONAL = Pattern.compile(
            "(?i)\\b(?:eu|uk) ?(?:size )?()(" + NUMBERS + ")(?![\\p{L}\\p{N}%/]|[.,]\\d|" + COUNTS + ")");
    private static final Pattern BY_ITSELF = Pattern.compile(
            "(?<![\\p{L}\\p{N}'’-])()(X{0,3}S|M|X{0,3}L|[2-4]XL|(?i:xxs|xs|xl|xxl|xxxl))(?![\\p{L}\\p{N}'’])");
    private static final Pattern WORD = Pattern.compile("(?i)\\b()(" + WORDS + ")s?\\b");
    private static final Pattern ALONE = Pattern.compile(
            "(?i)\\s*" + REGION + "(" + LETTERS + "|" + WORDS + "|" + NUMBERS + ")\\s{0,9}[?.!]{0,9}\\s*");
    private static final List<Pattern> ANYWHERE = List.of(AMERICAN, REGIONAL, ANNOUNCED, BY_ITSELF, WORD);
    private static final Map<String, String> SPOKEN = Map.of(
            "small",
            "S",
            "medium",
            "M",
            "large",
            "L",
            "extra small",
            "XS",
            "extra large",
            "XL",
            "x-small",
            "XS",
            "x-large",
            "XL");

    private Sizes() {}

    /** Every size in {@code text}, the ones that are announced as such first. */
    static List<Slot> in(String text) {
        List<Slot> found = new ArrayList<>();
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) {
            found.add(slot(alone));
            return found;
        }
        WAIST_LENGTH
                .matcher(text)
                .results()
                .forEach(both -> found.add(
                        new Slot(Slots.SIZE, both.group(1) + "/" + both.group(2), both.start(1), both.end(2))));
        for (Pattern pattern : ANYWHERE) {
            pattern.matcher(text).results().map(Sizes::slot).forEach(slot -> add(found, slot));
        }
        return found;
    }

    private static void add(List<Slot> found, Slot slot) {
        if (found.stream().noneMatch(slot::overlaps)) found.add(slot);
    }

    private static Slot slot(MatchResult match) {
        String region = match.group(1);
        String size = spelled(match.group(2));
        boolean american = region != null && !region.isEmpty();
        return new Slot(
                Slots.SIZE, american ? "US " + size : size, american ? match.start(1) : match.start(2), match.end(2));
    }

    private static String spelled(String size) {
        String lower = size.toLowerCase(Locale.ROOT);
        return SPOKEN.getOrDefault(lower, lower.toUpperCase(Locale.ROOT).replace(',', '.'));
    }
}
