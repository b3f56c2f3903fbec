package io.crosscare.benchmark.measure;

import java.util.List;

/**
 * What Linux says of the whole machine in the first line of {@code /proc/stat}.
 *
 * @param busyTicks processor time of everything that ran, in hundredths of a second, all processors together
 * @param stolenTicks what the host of this machine gave to others meanwhile
 */
public record MachineStat(long busyTicks, long stolenTicks) {

    private static final String NAME = "cpu";
    private static final int USER = 1;
    private static final int NICE = 2;
    private static final int SYSTEM = 3;
    private static final int INTERRUPTS = 6;
    private static final int SOFT_INTERRUPTS = 7;
    private static final int STOLEN = 8;

    public static MachineStat parse(String line) {
        List<String> fields = List.of(line.strip().split(" +"));
        if (!fields.getFirst().equals(NAME) || fields.size() <= STOLEN) {
            throw new IllegalArgumentException("not the first line of /proc/stat");
        }
        long busy = 0;
        for (int field : new int[] {USER, NICE, SYSTEM, INTERRUPTS, SOFT_INTERRUPTS}) {
            busy += Long.parseLong(fields.get(field));
        }
        return new MachineStat(busy, Long.parseLong(fields.get(STOLEN)));
    }
}
