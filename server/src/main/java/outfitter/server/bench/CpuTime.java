package outfitter.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The processor time of processes, as Linux counts it in {@code /proc}: user and system, in steps of 10 ms. */
final class CpuTime {
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private CpuTime() {}

    /** Seconds that this process has used itself. */
    static double of(long pid) {
        return ticks(pid, USER, SYSTEM) / TICKS_PER_SECOND;
    }

    /** Seconds of a process below {@code parent} and of all below those, the ended ones included. */
    static double below(long parent) {
        Stream<ProcessHandle> all = ProcessHandle.of(parent).stream().flatMap(ProcessHandle::descendants);
        return all.mapToDouble(each -> ticks(each.pid(), USER, SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM))
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** Seconds that the JVM of this process has spent on compiling its own hot code. */
    static double compiling(long pid) {
        Path tasks = Path.of("/proc", Long.toString(pid), "task");
        try (Stream<Path> all = Files.list(tasks)) {
            return all.filter(CpuTime::isCompiler)
                            .mapToDouble(task -> ticks(task.resolve("stat"), USER, SYSTEM))
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean isCompiler(Path task) {
        try {
            return Files.readString(task.resolve("comm")).matches("C[12] Comp.*\\R?");
        } catch (IOException gone) {
            return false;
        }
    }

    private static double ticks(long pid, int... fields) {
        return ticks(Path.of("/proc", Long.toString(pid), "stat"), fields);
    }

    // A process that has just ended counts with its parent.
    private static double ticks(Path file, int... fields) {
        try {
            String stat = Files.readString(file);
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double sum = 0;
            for (int field : fields) sum += Long.parseLong(afterName[field]);
            return sum;
        } catch (IOException gone) {
            return 0;
        }
    }
}
