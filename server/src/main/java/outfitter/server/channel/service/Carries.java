package outfitter.server.channel.service;

/**
 * What one message of a service may be made of; lengths are in characters, and 0 buttons or choices means that there are
 * none.
 *
 * @param text the longest text
 * @param offer the longest text above buttons or choices
 * @param buttons how many, with titles of at most {@code buttonTitle}
 * @param choices how many rows a list to choose from has, with titles of at most {@code choiceTitle}
 * @param caption the longest text beneath a picture; 0 where there are no pictures
 */
public record Carries(int text, int offer, int buttons, int buttonTitle, int choices, int choiceTitle, int caption) {
    public Carries {
        if (text < 1 || offer > text) throw new IllegalArgumentException("a message carries a text");
    }

    /** Text of this length, and nothing else. */
    public static Carries textOnly(int longest) {
        return new Carries(longest, longest, 0, 0, 0, 0, 0);
    }
}
