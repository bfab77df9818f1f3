package outfitter.server.intake;

import org.jspecify.annotations.Nullable;

/**
 * What came of an import; all but the last three count rows of the file, without its header.
 *
 * @param read stored + unchanged + rejected
 * @param unchanged known already, or older than what is known
 * @param seconds from the first look at the file to the last commit
 * @param rejectedFile where the rejected rows are, with line and reason; null when there are none
 * @param reading how the file was read, and what was assumed
 */
public record Imported(
        long read,
        long stored,
        long unchanged,
        long rejected,
        double seconds,
        @Nullable String rejectedFile,
        String reading) {}
