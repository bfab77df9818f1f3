package outfitter.bot.understanding.evaluation;

import java.util.Random;

/** Slips of the fingers: in words of more than four letters each letter becomes, now and then, a neighbour's on the keyboard. */
final class Keyboard {
    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final int SHORT = 4;
    private static final int SEED = 5;

    private final double share;
    private final Random random = new Random(SEED);

    /** A keyboard on which {@code share} of the letters go wrong; the same texts in the same order always alike. */
    Keyboard(double share) {
        this.share = share;
    }

    String type(String text) {
        StringBuilder typed = new StringBuilder();
        for (String word : text.split("(?<=[^\\p{L}])|(?=[^\\p{L}])", -1)) {
            if (word.length() <= SHORT) typed.append(word);
            else word.chars().forEach(letter -> typed.append(slipped((char) letter)));
        }
        return typed.toString();
    }

    private char slipped(char letter) {
        if (random.nextDouble() >= share) return letter;
        for (int row = 0; row < ROWS.length; row++) {
            int at = ROWS[row].indexOf(Character.toLowerCase(letter));
            if (at >= 0) return neighbour(row, at, letter);
        }
        return letter;
    }

    private char neighbour(int row, int at, char letter) {
        StringBuilder around = new StringBuilder();
        for (int r = Math.max(0, row - 1); r <= Math.min(ROWS.length - 1, row + 1); r++) {
            for (int i = Math.max(0, at - 1); i <= Math.min(ROWS[r].length() - 1, at + 1); i++) {
                if (r != row || i != at) around.append(ROWS[r].charAt(i));
            }
        }
        return around.isEmpty() ? letter : around.charAt(random.nextInt(around.length()));
    }
}
