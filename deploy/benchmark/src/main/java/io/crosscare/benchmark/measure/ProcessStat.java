package io.crosscare.benchmark.measure;

import java.util.List;

/**
 * What Linux says of a process in {@code /proc/PID/stat}.
 *
 * @param processorTicks processor time of all its threads, in user and kernel mode, in hundredths of a second
 * @param startTicks when it began, since the machine did: another value under the same number is another process
 */
public record ProcessStat(long processorTicks, long startTicks) {

    /** The kernel counts for programs in hundredths of a second, whatever its own clock does. */
    public static final long MICROS_PER_TICK = 10_000;

    /** Fields after the name, counted from the state, which is the first of them. */
    private static final int USER = 11;

    private static final int KERNEL = 12;
    private static final int START = 19;

    /** Reads the line. The name stands in parentheses and may hold spaces and parentheses itself. */
    public static ProcessStat parse(String line) {
        int nameEnd = line.lastIndexOf(')');
        List<String> fields = List.of(line.substring(nameEnd + 1).strip().split(" "));
        if (nameEnd < 0 || fields.size() <= START) {
            throw new IllegalArgumentException("not a line of /proc/PID/stat");
        }
        return new ProcessStat(
                Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(KERNEL)),
                Long.parseLong(fields.get(START)));
    }
}
