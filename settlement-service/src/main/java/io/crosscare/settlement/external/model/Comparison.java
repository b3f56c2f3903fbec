package io.crosscare.settlement.external.model;

import io.crosscare.settlement.benefit.model.Counters;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Two readings of a person's counters, the core's and the chain's.
 *
 * @param seq the last entry that was counted here; 0 for none
 * @param differences by counter
 */
public record Comparison(long seq, List<Difference> differences) {

    /** One counter that the two have otherwise. */
    public record Difference(String counter, long core, long chain) {}

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** A counter that the core leaves out is zero there in the periods it speaks of; of others it says nothing. */
    public static Comparison of(long seq, Counters core, Counters chain) {
        Set<String> periods =
                core.values().keySet().stream().map(Comparison::periodOf).collect(Collectors.toSet());
        Set<String> compared = new TreeSet<>(core.values().keySet());
        chain.values().keySet().stream()
                .filter(key -> key.indexOf('/') >= 0 && periods.contains(periodOf(key)))
                .forEach(compared::add);
        return new Comparison(
                seq,
                compared.stream()
                        .filter(key -> core.value(key) != chain.value(key))
                        .map(key -> new Difference(key, core.value(key), chain.value(key)))
                        .toList());
    }

    private static String periodOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }
}
