package outfitter.server.channel.service;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a service said to a part that was brought to it. */
public sealed interface Sending {
    <T> T match(
            Function<Taken, T> onTaken,
            Function<Later, T> onLater,
            Function<Refused, T> onRefused,
            Function<Outside, T> onOutside);

    /** It has it, and calls it {@code message}. */
    record Taken(String message) implements Sending {
        @Override
        public <T> T match(
                Function<Taken, T> onTaken, Function<Later, T> l, Function<Refused, T> r, Function<Outside, T> o) {
            return onTaken.apply(this);
        }
    }

    /**
     * Not now.
     *
     * @param reason for staff and log, without a customer's words
     * @param after how long the service wants to be left alone; null when it did not say
     * @param busy whether this is about the service or our account there and not about this message: such tries do not
     *     count, and nothing else is brought to it meanwhile
     */
    record Later(String reason, @Nullable Duration after, boolean busy) implements Sending {
        @Override
        public <T> T match(
                Function<Taken, T> t, Function<Later, T> onLater, Function<Refused, T> r, Function<Outside, T> o) {
            return onLater.apply(this);
        }
    }

    /** Never; {@code reason} is for staff and log. */
    record Refused(String reason) implements Sending {
        @Override
        public <T> T match(
                Function<Taken, T> t, Function<Later, T> l, Function<Refused, T> onRefused, Function<Outside, T> o) {
            return onRefused.apply(this);
        }
    }

    /** The customer has to write first. */
    record Outside() implements Sending {
        @Override
        public <T> T match(
                Function<Taken, T> t, Function<Later, T> l, Function<Refused, T> r, Function<Outside, T> onOutside) {
            return onOutside.apply(this);
        }
    }
}
