package outfitter.bot.understanding;

/** Names of what can be found in a text. */
public final class Slots {
    /** An order number in its printed form. */
    public static final String ORDER = "order";

    /** In lower case. */
    public static final String EMAIL = "email";
    /** As typed, in capitals. */
    public static final String POSTCODE = "postcode";
    /** Digits, with a leading + when given. */
    public static final String PHONE = "phone";
    /** As typed, in capitals: '43', 'XL', 'US 10', '32/34'. */
    public static final String SIZE = "size";

    /** As the shop calls it or a word of that, in lower case. */
    public static final String COLOUR = "colour";
    /** The handle of a product that was named. */
    public static final String PRODUCT = "product";
    /** The code of a reason for sending something back. */
    public static final String REASON = "reason";

    /** Currency and amount: 'GBP 149.00'. */
    public static final String MONEY = "money";

    /** How many of something, a whole number. */
    public static final String QUANTITY = "quantity";

    /** A day as it was said; {@link SaidDates} tells the form, and which day it is. */
    public static final String DATE = "date";

    /** The most to be spent, in whole units of the shop's currency. */
    public static final String BUDGET = "budget";

    /** ISO 3166 code of a country that was named. */
    public static final String COUNTRY = "country";

    /** Words that point back at what was shown ("the warmest ones"), taken out of the text that remains. */
    public static final String REFINES = "_refines";

    private Slots() {}
}
