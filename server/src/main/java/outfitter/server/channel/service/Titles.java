package outfitter.server.channel.service;

/** Titles of what may be pressed. */
public final class Titles {
    private Titles() {}

    /** {@code title} in at most {@code longest} characters, with an ellipsis where something is missing. */
    public static String shorten(String title, int longest) {
        if (title.length() <= longest) return title;
        int end = Math.max(0, longest - 1);
        if (end > 0 && Character.isHighSurrogate(title.charAt(end - 1))) end--;
        return title.substring(0, end).stripTrailing() + "…";
    }
}
