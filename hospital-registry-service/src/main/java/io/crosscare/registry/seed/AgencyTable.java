package io.crosscare.registry.seed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.Hotline;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads jiangsu-agencies.csv (Z 办理流程 四) and gives each agency the hotlines of its region. */
final class AgencyTable {

    private static final String SECTION = "Z 办理流程 四.";
    /** Hotlines name the province in words. */
    private static final Map<String, RegionCode> PROVINCES = Map.of("江苏省", new RegionCode("320000"));

    private AgencyTable() {}

    static List<Agency> read(SeedTable agencies, SeedTable hotlines) {
        Map<RegionCode, List<Hotline>> byRegion = hotlines.rows().stream()
                .collect(groupingBy(AgencyTable::hotlineRegion, mapping(AgencyTable::hotline, toList())));
        List<Agency> read = agencies.map(row -> agency(row, byRegion));
        Set<RegionCode> known = read.stream().map(Agency::region).collect(toSet());
        hotlines.rows().stream()
                .filter(row -> !known.contains(hotlineRegion(row)))
                .findFirst()
                .ifPresent(row -> {
                    throw row.refusal("region", "has no agency");
                });
        return read;
    }

    private static Agency agency(SeedRow row, Map<RegionCode, List<Hotline>> hotlines) {
        RegionCode region = row.parsed("region_code", RegionCode::new);
        return new Agency(
                region,
                row.text("name"),
                row.text("address"),
                row.text("phone"),
                row.text("city"),
                row.optionalText("note"),
                SECTION + row.text("no"),
                hotlines.getOrDefault(region, List.of()));
    }

    private static RegionCode hotlineRegion(SeedRow row) {
        RegionCode province = PROVINCES.get(row.text("region"));
        return province == null ? row.parsed("region", RegionCode::new) : province;
    }

    private static Hotline hotline(SeedRow row) {
        return new Hotline(row.text("topic"), row.text("phone"), row.text("source"));
    }
}
