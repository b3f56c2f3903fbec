package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All statements on connections, and the one way to choose among them: the insured region's own word counts, and only where
 * it has given none, because it is not known here, the care region's word on its visitors. The most specific statement decides
 * alone (domain.md §2 no. 1).
 */
public record Connectivity(List<ConnectivityRow> rows) {

    private static final Comparator<ConnectivityRow> SPECIFICITY = Comparator.comparingInt(
                    (ConnectivityRow row) -> row.careRegion().specificity())
            .thenComparingInt(row -> row.insuredRegion().specificity());

    public Connectivity {
        rows = List.copyOf(rows);
    }

    /** The kind of connection a service is settled over: 门慢 away is part of the outpatient one (N Q6). */
    static ServiceType connectionOf(ServiceType serviceType) {
        return serviceType == ServiceType.CHRONIC ? ServiceType.OUTPATIENT : serviceType;
    }

    /** The statement that decides; empty where nobody has made one, and then the regions are not connected. */
    Optional<ConnectivityRow> decidingRow(RegionCode insured, RegionCode care, ServiceType connection) {
        boolean isInCity = insured.isSameCityAs(care);
        return rows.stream()
                .filter(row -> row.serviceTypes().contains(connection))
                .filter(row -> isInCity ? isInCity(row, insured) : isBetweenCities(row, insured, care))
                .max(SPECIFICITY);
    }

    private boolean isBetweenCities(ConnectivityRow row, RegionCode insured, RegionCode care) {
        boolean isOwnWord =
                row.direction() == Direction.INBOUND || row.insuredRegion().isExactly(insured);
        return row.direction() == speaker(insured)
                && isOwnWord
                && !row.insuredRegion().equals(row.careRegion())
                && row.insuredRegion().covers(insured, care)
                && row.careRegion().covers(care, insured);
    }

    private Direction speaker(RegionCode insured) {
        boolean hasSpoken = rows.stream()
                .anyMatch(row -> row.direction() == Direction.OUTBOUND
                        && row.insuredRegion().isExactly(insured));
        return hasSpoken ? Direction.OUTBOUND : Direction.INBOUND;
    }

    /** 市内: the city's own statement stands between all its pooling regions. */
    private static boolean isInCity(ConnectivityRow row, RegionCode region) {
        return row.insuredRegion().equals(row.careRegion())
                && row.careRegion() instanceof RegionScope.Within within
                && within.region().isSameCityAs(region);
    }
}
