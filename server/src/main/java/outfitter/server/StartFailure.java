package outfitter.server;

/** A start that cannot go on, for a reason that whoever started it can mend. The message is one clear line for them. */
public final class StartFailure extends RuntimeException {
    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
