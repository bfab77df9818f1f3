package outfitter.server.http;

import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it, {@code application/problem+json}.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param detail what is wrong with this request, for whoever wrote it; null when there is nothing to tell
 */
public record Problem(
        String type, String title, int status, @Nullable String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String title, @Nullable String detail) {
        return new Problem("about:blank", title, status, detail);
    }
}
