package outfitter.server.intake;

/** Hears how far an import is; called often, from the importing thread. */
interface Progress {
    /** The file is being looked at. {@code share} from 0 to 1. */
    void looking(double share);

    /** So many of {@code rows} rows are settled. */
    void settled(long count, long rows);

    /** There is no more to come. */
    default void end() {}

    static Progress silent() {
        return new Progress() {
            @Override
            public void looking(double share) {}

            @Override
            public void settled(long count, long rows) {}
        };
    }
}
