package outfitter.bot;

/** Customers' text as it is kept: no control characters, no half of a surrogate pair, no blanks around it. */
final class CleanText {
    private CleanText() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(CleanText::isKept).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isKept(int point) {
        boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        return !lone && !control && point != 0xFFFE && point != 0xFFFF;
    }
}
