package io.crosscare.registry.seed;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.RegionBook;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything the registry ships with, typed and checked; loading it fails as a whole or not at all. */
public record SeedFacts(
        RegionBook regions,
        CapabilityBook capabilities,
        List<Agency> agencies,
        List<Institution> institutions,
        List<ConnectivityRow> connectivity) {

    /**
     * Reads the shipped tables.
     *
     * @param hosted the pooling regions whose filings and policies are in this installation
     * @throws SeedException naming file, line and column of the first thing that is not understood
     */
    public static SeedFacts shipped(Set<RegionCode> hosted) {
        CapabilityBook kinds = CapabilityTable.read(SeedTable.shipped("capabilities.csv"));
        List<Institution> zhenjiang = InstitutionTable.readZhenjiang(
                SeedTable.shipped("zhenjiang-institutions.csv"),
                SeedTable.shipped("zhenjiang-institutions-geo-proposed.csv"),
                kinds);
        List<Institution> shanghai =
                InstitutionTable.readShanghai(SeedTable.shipped("shanghai-outpatient-institutions.csv"), kinds);
        return new SeedFacts(
                RegionTable.read(SeedTable.shipped("region-codes.csv"), hosted),
                kinds,
                AgencyTable.read(SeedTable.shipped("jiangsu-agencies.csv"), SeedTable.shipped("hotlines.csv")),
                Stream.concat(zhenjiang.stream(), shanghai.stream()).toList(),
                ConnectivityTable.read(SeedTable.shipped("connectivity.csv")));
    }
}
