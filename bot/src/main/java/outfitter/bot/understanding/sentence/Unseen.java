package outfitter.bot.understanding.sentence;

/**
 * How a text that the heads had not seen fits, and what it is.
 *
 * @param label its class, or -1 when it belongs to none
 * @param stranger whether it belongs to none only because its class was left out
 */
record Unseen(Fit fit, int label, boolean stranger) {
    boolean isKnown() {
        return label >= 0;
    }
}
