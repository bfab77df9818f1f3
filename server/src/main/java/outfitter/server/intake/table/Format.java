package outfitter.server.intake.table;

import java.util.Locale;

/** Whose columns a file has. */
public enum Format {
    /** Ours, see docs/import.md. */
    PLAIN,
    /** What Shopify exports, the older and the newer columns alike. */
    SHOPIFY;

    /** As on the command line, 'shopify'. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
