package outfitter.models.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.zip.CRC32;

/** Names made of names: handles for products that have none, and skus for shops that give none. */
public final class Skus {
    private static final int LONGEST = 80;

    private Skus() {}

    /**
     * The sku of something that has none, by its full name as on an order line, 'Peak Boot - 42 / Blue': the same for the
     * variant and for its order lines.
     */
    public static String ofName(String name) {
        String handle = handle(name);
        return handle.isEmpty() ? "x" + checksum(name) : handle;
    }

    /** {@code text} in small letters, digits and hyphens; empty when nothing is left of it. */
    public static String handle(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.length() <= LONGEST) return plain;
        return plain.substring(0, LONGEST).replaceAll("-$", "") + "-" + checksum(plain);
    }

    /** The handle of a product of which only a sku and a title are known; another one for every sku. */
    public static String handleOf(String sku, String title) {
        String plain = handle(sku);
        String unique = plain.equals(sku) ? plain : (plain + "-" + checksum(sku)).replaceAll("^-", "");
        String words = handle(title);
        return words.isEmpty() || words.equals(unique) ? unique : words + "-" + unique;
    }

    private static String checksum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
