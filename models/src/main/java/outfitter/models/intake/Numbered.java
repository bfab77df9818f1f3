package outfitter.models.intake;

/**
 * A fact with its place among those told.
 *
 * @param at {@link #LONG_AGO} for one that had waited
 */
record Numbered<F extends Fact>(int at, F fact) {
    static final int LONG_AGO = -1;
}
