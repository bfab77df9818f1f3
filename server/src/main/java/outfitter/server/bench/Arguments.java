package outfitter.server.bench;

import outfitter.server.StartFailure;

/** Whether what was asked for can be measured. */
final class Arguments {
    private Arguments() {}

    static void atLeast(String option, double given, double least) {
        if (!(given >= least)) throw new StartFailure(option + ": must be at least " + (long) least);
    }

    static void atMost(String option, double given, double most) {
        if (!(given <= most)) throw new StartFailure(option + ": must be at most " + (long) most);
    }
}
