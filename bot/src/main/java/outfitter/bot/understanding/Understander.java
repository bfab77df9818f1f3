package outfitter.bot.understanding;

import java.util.List;

/** Reads texts: arithmetic, no I/O, and safe to share between threads. */
@FunctionalInterface
public interface Understander {
    /** What these messages of one customer, oldest first and at least one, mean together. */
    Understanding understand(List<String> messages);
}
