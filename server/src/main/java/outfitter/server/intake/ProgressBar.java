package outfitter.server.intake;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Shows on a terminal how far an import is, as a bar; elsewhere it says so every few seconds. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 28;
    private static final long BAR_NANOS = 200_000_000L;
    private static final long LINE_NANOS = 5_000_000_000L;

    private final PrintStream out;
    private final String what;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long shown = began;

    private ProgressBar(PrintStream out, String what, boolean terminal) {
        this.out = out;
        this.what = what;
        this.terminal = terminal;
    }

    /** One on standard error. */
    static ProgressBar onStandardError(String what) {
        return new ProgressBar(System.err, what, isTerminal());
    }

    @Override
    public void looking(double share) {
        if (isDue()) show(share, "looking at the file");
    }

    @Override
    public void settled(long count, long rows) {
        if (!isDue()) return;
        double seconds = (System.nanoTime() - began) / 1e9;
        long left = count == 0 ? 0 : Math.round(seconds * (rows - count) / count);
        show(rows == 0 ? 1 : (double) count / rows, "%,d of %,d rows, %d s left".formatted(count, rows, left));
    }

    @Override
    public void end() {
        if (terminal) out.print("\r\u001b[K");
        out.flush();
    }

    private boolean isDue() {
        long now = System.nanoTime();
        if (now - shown < (terminal ? BAR_NANOS : LINE_NANOS)) return false;
        shown = now;
        return true;
    }

    private void show(double share, String words) {
        int percent = (int) Math.floor(100 * Math.min(1, share));
        if (terminal) {
            int full = WIDTH * percent / 100;
            String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
            out.print(String.format(Locale.ROOT, "\r%s %s %3d %%  %s\u001b[K", what, bar, percent, words));
        } else {
            out.println(String.format(Locale.ROOT, "%s %d %%, %s", what, percent, words));
        }
        out.flush();
    }

    // System.console() asks about standard input and output; a bar is drawn where the errors go.
    private static boolean isTerminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString().matches("/dev/(pts/.*|tty.*)");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
