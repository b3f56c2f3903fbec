package io.crosscare.settlement.replay.model;

import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Settlements that are looked at together.
 *
 * @param category of the filing; null for care at home
 */
public record ImpactGroup(ServiceType service, @Nullable String category, InstitutionLevel level)
        implements Comparable<ImpactGroup> {

    private static final Comparator<ImpactGroup> ORDER = Comparator.comparing(ImpactGroup::service)
            .thenComparing(ImpactGroup::category, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(ImpactGroup::level);

    @Override
    public int compareTo(ImpactGroup other) {
        return ORDER.compare(this, other);
    }
}
