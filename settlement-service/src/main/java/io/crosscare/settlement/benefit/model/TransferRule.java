package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Ratio;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer (转外就诊) costs the person, filed or not (domain.md §2 no. 4). It applies at the destinations named: care in
 * another region of the same city pays nothing more (no. 12).
 *
 * @param special terms of the 18 special treatments and their follow-up (Z 六(一))
 * @param notSpecial terms of everything else (Z 六(二))
 * @param clinicRatios ratio at the person's own designated clinic, by service; needed where terms take a share of it
 * @param deductibleLevel whose deductible applies then; null where no terms take such a share
 */
public record TransferRule(
        Set<DestinationType> destinations,
        Terms special,
        Terms notSpecial,
        Map<ServiceType, Figure<Ratio>> clinicRatios,
        @Nullable Figure<DeductibleLevel> deductibleLevel) {

    public TransferRule {
        destinations = Set.copyOf(destinations);
        clinicRatios = EnumTable.copyOf(ServiceType.class, clinicRatios);
    }

    /**
     * What a transfer changes; a null changes nothing.
     *
     * @param upfront share of the cost paid first by the person, before deductible and ratio
     * @param clinicShare share of the own clinic's ratio that replaces the ratio
     * @param ratioShift basis points by which the ratio moves
     */
    public record Terms(
            @Nullable Figure<Ratio> upfront,
            @Nullable Figure<Ratio> clinicShare,
            @Nullable Figure<Integer> ratioShift) {

        public Terms {
            if (clinicShare != null && ratioShift != null) {
                throw new IllegalArgumentException("a ratio is replaced or moved, not both");
            }
        }
    }

    boolean appliesTo(Circumstances circumstances) {
        return circumstances.trip() == Trip.TRANSFER && destinations.contains(circumstances.destinationType());
    }

    Terms termsFor(Circumstances circumstances) {
        return circumstances.isForSpecialTreatment() ? special : notSpecial;
    }
}
