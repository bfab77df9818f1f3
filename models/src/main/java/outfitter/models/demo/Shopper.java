package outfitter.models.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Who somebody is, as far as it decides what they buy.
 *
 * @param adventures the main one first
 * @param budget 1 to 3, the tier they look at first
 * @param colours what they like to wear
 */
record Shopper(
        String name,
        String postcode,
        List<Adventure> adventures,
        int budget,
        Body body,
        boolean children,
        List<String> colours,
        Instant joined) {

    /**
     * The measures that sizes follow from.
     *
     * @param shoe place in the run of shoe sizes, 0 to 8
     * @param letter place from XS (0) to XL (4)
     * @param centimetres height
     * @param child place in the runs of children's sizes, 0 to 3
     */
    record Body(int shoe, int letter, int centimetres, int child) {
        private static final int TALL = 180;
        private static final int LONG_BAG = 184;

        static Body any(Dice dice) {
            int centimetres = dice.between(154, 194);
            int around = Math.round((centimetres - 154) / 40f * 8);
            int shoe = Math.max(0, Math.min(8, around + dice.between(-1, 1)));
            int letter = Math.max(0, Math.min(4, Math.round(around / 2f) + dice.between(-1, 1)));
            return new Body(shoe, letter, centimetres, dice.between(0, 3));
        }

        /** The place in a run of {@code count} sizes that fits. */
        int place(String run, int count) {
            int place = switch (run) {
                case "shoes" -> shoe;
                case "socks" -> (shoe + 1) / 3;
                case "letters" -> letter;
                case "letters-3" -> letter / 2;
                case "letters-4" -> Math.max(0, letter - 1);
                case "backs" -> centimetres > TALL - 6 ? 1 : 0;
                case "bags" -> centimetres > LONG_BAG ? 1 : 0;
                case "helmets" -> letter > 2 ? 1 : 0;
                case "axes" -> centimetres > TALL ? 2 : centimetres > TALL - 12 ? 1 : 0;
                case "skis", "poles" -> (centimetres - 152) / 10;
                case "shoes-junior" -> child * 2;
                default -> child;
            };
            return Math.max(0, Math.min(count - 1, place));
        }

        Map<String, Object> facts() {
            List<String> letters = List.of("XS", "S", "M", "L", "XL");
            List<String> gloves = List.of("S", "M", "L", "XL");
            return Map.of(
                    "shoes", Integer.toString(shoe + 4),
                    "clothing", letters.get(letter),
                    "gloves", gloves.get(place("letters-4", gloves.size())));
        }
    }
}
