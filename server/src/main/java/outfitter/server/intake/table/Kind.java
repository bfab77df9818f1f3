package outfitter.server.intake.table;

import java.util.Locale;

/** What a file tells of. */
public enum Kind {
    PRODUCTS,
    ORDERS,
    CUSTOMERS;

    /** As on the command line, 'products'. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
