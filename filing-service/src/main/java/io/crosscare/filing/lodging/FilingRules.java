package io.crosscare.filing.lodging;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.RegionRules;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of every region whose persons and filings are kept here (hosted regions, design.md §2.1). */
public final class FilingRules {

    private final Map<RegionCode, RegionRules> byRegion;

    public FilingRules(Collection<RegionRules> rules) {
        this.byRegion =
                new TreeMap<>(rules.stream().collect(Collectors.toMap(RegionRules::region, Function.identity())));
    }

    public Optional<RegionRules> find(RegionCode insuredRegion) {
        return Optional.ofNullable(byRegion.get(insuredRegion));
    }

    /** The rules of a region that has filings here. */
    public RegionRules require(RegionCode insuredRegion) {
        return find(insuredRegion)
                .orElseThrow(() -> new IllegalStateException("a filing of a region without filing rules"));
    }

    public Set<RegionCode> regions() {
        return Set.copyOf(byRegion.keySet());
    }
}
