package outfitter.bot.understanding;

import java.util.Set;

/** Names of intents that more than their own routine must know. */
public final class Intents {
    /** None of what the bot settles. */
    public static final String NONE = "none";
    /** Nothing is asked for yet. */
    public static final String UNFINISHED = "unfinished";

    public static final String PERSON = "person";
    public static final String GREETING = "greeting";
    public static final String THANKS = "thanks";
    public static final String FAREWELL = "farewell";

    private static final Set<String> WITHOUT_MATTER = Set.of(NONE, UNFINISHED, GREETING, THANKS, FAREWELL);

    private Intents() {}

    /** Whether {@code intent} is a matter, and not merely manners. */
    public static boolean isMatter(String intent) {
        return !WITHOUT_MATTER.contains(intent);
    }
}
