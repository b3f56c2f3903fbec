package io.crosscare.benchmark.suite;

import io.crosscare.benchmark.measure.MachineStat;
import io.crosscare.benchmark.measure.ProcessStat;
import io.crosscare.benchmark.measure.ProcessorUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what every process of a suite, and this one, has used of the machine. Linux only: it reads {@code /proc}. */
public final class Meter {

    /** This process: the load generator. */
    public static final String GENERATOR = "benchmark";

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int KIB_PER_MIB = 1_024;

    private final Set<String> suite;
    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final Map<String, Long> starts = new LinkedHashMap<>();

    public Meter(SequencedMap<String, Long> suitePids) throws IOException {
        this.suite = suitePids.sequencedKeySet();
        pids.putAll(suitePids);
        pids.put(GENERATOR, ProcessHandle.current().pid());
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            starts.put(process.getKey(), statOf(process.getValue()).startTicks());
        }
    }

    /** The processes of the suite, in the order of the state file. */
    public Set<String> suite() {
        return suite;
    }

    /** All readings of one moment. */
    public record Snapshot(long nanos, Map<String, Long> ticks, MachineStat machine) {

        public Snapshot {
            ticks = Map.copyOf(ticks);
        }
    }

    /**
     * Now.
     *
     * @throws IOException when a process has ended or is another one by now: what was measured is then worth nothing
     */
    public Snapshot read() throws IOException {
        Map<String, Long> ticks = new LinkedHashMap<>();
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            ProcessStat stat = statOf(process.getValue());
            if (!Long.valueOf(stat.startTicks()).equals(starts.get(process.getKey()))) {
                throw new IOException(process.getKey() + ": 进程已不是原来的 / the process was replaced");
            }
            ticks.put(process.getKey(), stat.processorTicks());
        }
        List<String> machine = Files.readAllLines(Path.of("/proc/stat"));
        return new Snapshot(System.nanoTime(), ticks, MachineStat.parse(machine.getFirst()));
    }

    /** What was used between two snapshots. */
    public static ProcessorUse between(Snapshot before, Snapshot after) {
        Map<String, Long> micros = new LinkedHashMap<>();
        long known = 0;
        for (Map.Entry<String, Long> process : after.ticks().entrySet()) {
            Long earlier = before.ticks().get(process.getKey());
            if (earlier == null) {
                throw new IllegalArgumentException("snapshots of different suites");
            }
            long used = (process.getValue() - earlier) * ProcessStat.MICROS_PER_TICK;
            micros.put(process.getKey(), used);
            known += used;
        }
        long busy = (after.machine().busyTicks() - before.machine().busyTicks()) * ProcessStat.MICROS_PER_TICK;
        long stolen = (after.machine().stolenTicks() - before.machine().stolenTicks()) * ProcessStat.MICROS_PER_TICK;
        return new ProcessorUse(
                (after.nanos() - before.nanos()) / 1e9, micros, Math.max(0, busy - known) + Math.max(0, stolen));
    }

    /** Resident memory by process, in MiB. */
    public SequencedMap<String, Long> residentMib() throws IOException {
        SequencedMap<String, Long> resident = new LinkedHashMap<>();
        for (Map.Entry<String, Long> process : pids.entrySet()) {
            Matcher size =
                    RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(process.getValue()), "status")));
            if (size.find()) {
                resident.put(process.getKey(), Long.parseLong(size.group(1)) / KIB_PER_MIB);
            }
        }
        return resident;
    }

    private static ProcessStat statOf(long pid) throws IOException {
        return ProcessStat.parse(Files.readString(Path.of("/proc", String.valueOf(pid), "stat")));
    }
}
