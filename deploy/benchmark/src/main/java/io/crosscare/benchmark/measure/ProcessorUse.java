package io.crosscare.benchmark.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Processor time over a stretch of wall-clock time, by process.
 *
 * @param micros by process name
 * @param otherMicros of everything else that ran on the machine
 */
public record ProcessorUse(double seconds, Map<String, Long> micros, long otherMicros) {

    private static final double MICROS_PER_SECOND = 1_000_000;

    public ProcessorUse {
        micros = Map.copyOf(micros);
    }

    /** Of the named processes together. */
    public long sum(Set<String> names) {
        return names.stream().mapToLong(this::of).sum();
    }

    public long of(String name) {
        Long found = micros.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no process " + name);
        }
        return found;
    }

    /** How many processors the others kept busy on average. */
    public double otherProcessors() {
        return otherMicros / MICROS_PER_SECOND / seconds;
    }

    /** How many processors the named processes kept busy on average. */
    public double processors(Set<String> names) {
        return sum(names) / MICROS_PER_SECOND / seconds;
    }

    /** What remains when what the same processes use at rest is taken off; never less than nothing. */
    public ProcessorUse above(ProcessorUse rest) {
        Map<String, Long> net = new LinkedHashMap<>();
        micros.forEach((name, used) -> {
            double resting = rest.of(name) / rest.seconds() * seconds;
            net.put(name, Math.max(0, Math.round(used - resting)));
        });
        return new ProcessorUse(seconds, net, otherMicros);
    }
}
