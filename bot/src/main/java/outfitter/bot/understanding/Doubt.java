package outfitter.bot.understanding;

import java.util.Locale;

/** Why a text is not acted upon, or is asked back about. */
public enum Doubt {
    /** There is no word in it. */
    TOO_SHORT,
    /** It is in a language that nobody taught. */
    OTHER_LANGUAGE,
    /** Hardly any of its words was ever taught. */
    UNKNOWN_WORDS,
    /** Its words are known, but it is like nothing that is a matter of ours. */
    NONE_OF_OURS,
    /** Two of our matters, or more, are about as likely. */
    SEVERAL_READINGS;

    /** As it is stored and told to staff's pages: 'other-language'. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
