package io.crosscare.settlement.policy;

import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.PolicyPack;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two packs, rule by rule: a figure is compared by the place in which a rule names it, so that a figure
 * under another name with the same value, source and mark is seen as what it is.
 *
 * @param differences in the order of the first pack, then what only the second one has
 * @param unchanged places in which both say the same
 */
public record PolicyComparison(List<Difference> differences, int unchanged) {

    public PolicyComparison {
        differences = List.copyOf(differences);
    }

    /**
     * One place in which they are not the same.
     *
     * @param before null where the first pack says nothing
     * @param after null where the second one says nothing
     */
    public record Difference(
            String place,
            @Nullable Figure<?> before,
            @Nullable Figure<?> after) {}

    /** Compares the first with the second. */
    public static PolicyComparison between(PolicyPack first, PolicyPack second) {
        Map<String, Figure<?>> before = first.places();
        Map<String, Figure<?>> after = second.places();
        Set<String> places = new LinkedHashSet<>(before.keySet());
        places.addAll(after.keySet());
        List<Difference> differences = places.stream()
                .filter(place -> !Objects.equals(before.get(place), after.get(place)))
                .map(place -> new Difference(place, before.get(place), after.get(place)))
                .toList();
        return new PolicyComparison(differences, places.size() - differences.size());
    }
}
