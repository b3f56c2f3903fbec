package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing an institution is open for. A mark of the network, not of beds: community centres marked 跨省住院 stay as
 * printed (domain.md §2 no. 17).
 *
 * @param counterpart where the visitors are insured
 * @param from first day; null when it was open before anyone wrote a date
 * @param to last day; null when it goes on
 */
public record Capability(
        CapabilityKind kind,
        Direction direction,
        RegionScope counterpart,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String source,
        Mark mark) {

    /** Whether it is open on the day for care of persons insured in the region at an institution of the other region. */
    public boolean serves(RegionCode insuredRegion, RegionCode careRegion, ServiceType serviceType, LocalDate on) {
        return direction == Direction.INBOUND
                && kind.covers(serviceType)
                && counterpart.covers(insuredRegion, careRegion)
                && isInForceOn(on);
    }

    public boolean isInForceOn(LocalDate on) {
        boolean hasBegun = from == null || !on.isBefore(from);
        boolean hasEnded = to != null && on.isAfter(to);
        return hasBegun && !hasEnded;
    }
}
