package outfitter.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What customers write in their own words: the labelled utterances of some matters, no text twice. Not thread-safe. */
final class FreeTexts {
    private static final List<String> MATTERS =
            List.of("delivery-options", "return-policy", "product-care", "stock", "find-product", "goes-with");
    private static final String[] SYLLABLES = {"ba", "len", "do", "mir", "ka", "sel", "tor", "vin", "ru", "osh"};

    private final List<String> utterances =
            MATTERS.stream().flatMap(FreeTexts::lines).toList();
    private long next;

    private static Stream<String> lines(String matter) {
        try (InputStream file = FreeTexts.class.getResourceAsStream("/language/en/" + matter + ".txt")) {
            if (file == null) throw new IllegalStateException("no utterances for " + matter);
            BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return reader.lines().map(String::strip).filter(FreeTexts::isUtterance).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isUtterance(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }

    String next() {
        long number = next++;
        return utterances.get((int) (number % utterances.size())) + ", for our trip to " + place(number);
    }

    // A name for each number, as no model has seen it.
    private static String place(long number) {
        StringBuilder name = new StringBuilder("M");
        for (long rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            name.append(SYLLABLES[(int) (rest % SYLLABLES.length)]);
        }
        return name.toString();
    }
}
