package outfitter.models.demo;

import java.util.stream.IntStream;

/** Arithmetic on colours of six hexadecimal digits. */
final class Tint {
    private static final int CHANNELS = 3;
    private static final int HEX = 16;

    private Tint() {}

    /** {@code share} of the way from one colour to another. */
    static String mix(String from, String to, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < CHANNELS; i++) {
            long value = Math.round(channel(from, i) + (channel(to, i) - channel(from, i)) * share);
            mixed.append(String.format("%02x", value));
        }
        return mixed.toString();
    }

    /** How far apart two colours are, from 0 to about 440. */
    static double distance(String one, String other) {
        return Math.sqrt(IntStream.range(0, CHANNELS)
                .mapToDouble(i -> Math.pow(channel(one, i) - channel(other, i), 2))
                .sum());
    }

    private static int channel(String colour, int channel) {
        return Integer.parseInt(colour, channel * 2, channel * 2 + 2, HEX);
    }
}
