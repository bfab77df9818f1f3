package outfitter.server.backup;

/** Hears which table is being copied. */
@FunctionalInterface
interface Progress {
    void at(String table);

    /** One line a table on standard error, so that standard output stays with the result. */
    static Progress printed() {
        return table -> System.err.println("  " + table + " …");
    }
}
