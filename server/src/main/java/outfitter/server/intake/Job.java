package outfitter.server.intake;

import org.jspecify.annotations.Nullable;

/**
 * One import that was asked for on the studio, as its page is told.
 *
 * @param file the name of the file as it was given
 * @param kind 'products', 'orders' or 'customers'; null until it is found out
 * @param state 'looking', 'running', 'done' or 'failed'
 * @param share how much of it is done, from 0 to 1
 * @param outcome when it is done
 * @param problem why it failed, in words for whoever gave the file
 */
record Job(
        String id,
        String file,
        @Nullable String kind,
        String state,
        double share,
        @Nullable Outcome outcome,
        @Nullable String problem) {

    /** What came of it, in rows of the file, and how the file was read. */
    record Outcome(long read, long stored, long unchanged, long rejected, double seconds, String reading) {
        static Outcome of(Imported imported) {
            return new Outcome(
                    imported.read(),
                    imported.stored(),
                    imported.unchanged(),
                    imported.rejected(),
                    imported.seconds(),
                    imported.reading());
        }
    }

    Job with(String now, double done) {
        return new Job(id, file, kind, now, done, null, null);
    }

    Job as(String found) {
        return new Job(id, file, found, state, share, null, null);
    }

    Job done(Imported imported) {
        return new Job(id, file, kind, "done", 1, Outcome.of(imported), null);
    }

    Job failed(String why) {
        return new Job(id, file, kind, "failed", share, null, why);
    }

    boolean isUnderWay() {
        return state.equals("looking") || state.equals("running");
    }
}
