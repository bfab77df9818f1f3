package outfitter.server.channel.phone;

import java.util.Optional;
import java.util.regex.Pattern;

/** Telephone numbers as people write them. */
final class Phones {
    private static final Pattern DECORATION = Pattern.compile("[\\s().\\-/'\u00a0]+");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)([1-9]\\d{6,14})");

    private Phones() {}

    /**
     * Digits with the country's code and nothing before it. Empty for a number without one: guessing the country would lead
     * to somebody else's telephone.
     */
    static Optional<String> digits(String written) {
        var number = INTERNATIONAL.matcher(
                DECORATION.matcher(written.replace("(0)", "")).replaceAll(""));
        return number.matches() ? Optional.of(number.group(1)) : Optional.empty();
    }
}
