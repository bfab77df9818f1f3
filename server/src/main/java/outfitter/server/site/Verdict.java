package outfitter.server.site;

import java.util.function.Function;

/** What a page's claim about who is there comes to. */
public sealed interface Verdict {
    <T> T match(Function<Believed, T> onBelieved, Function<Refused, T> onRefused);

    /** The shop's server vouches for it. */
    record Believed(Identity identity) implements Verdict {
        @Override
        public <T> T match(Function<Believed, T> onBelieved, Function<Refused, T> onRefused) {
            return onBelieved.apply(this);
        }
    }

    /**
     * It proves nothing.
     *
     * @param why for whoever writes the shop's page, as in 'it has ended'
     */
    record Refused(String why) implements Verdict {
        @Override
        public <T> T match(Function<Believed, T> onBelieved, Function<Refused, T> onRefused) {
            return onRefused.apply(this);
        }
    }
}
