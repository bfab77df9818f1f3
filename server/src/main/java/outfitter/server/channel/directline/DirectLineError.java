package outfitter.server.channel.directline;

/** An error as Microsoft's clients expect it. */
record DirectLineError(Cause error) {
    /** {@code code} is for programs, {@code message} for whoever wrote them. */
    record Cause(String code, String message) {}

    static DirectLineError of(int status, String message) {
        return new DirectLineError(new Cause(code(status), message));
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "BadArgument";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 405 -> "MethodNotAllowed";
            case 413 -> "MessageSizeTooBig";
            case 415 -> "UnsupportedMediaType";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            default -> "ServiceError";
        };
    }
}
