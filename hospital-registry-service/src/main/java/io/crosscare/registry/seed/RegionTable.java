package io.crosscare.registry.seed;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.Region;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.RegionKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads region-codes.csv. The form of a code and the words beside it say what it stands for (domain.md §1.4). */
final class RegionTable {

    private static final String PROVINCE_LEVEL_SUFFIX = "9900";
    private static final String OWN_POOL = "own pooling region";

    private RegionTable() {}

    static RegionBook read(SeedTable table, Set<RegionCode> hosted) {
        return new RegionBook(table.map(row -> region(row, hosted)));
    }

    private static Region region(SeedRow row, Set<RegionCode> hosted) {
        RegionCode code = row.parsed("code", RegionCode::new);
        String standard = row.text("standard");
        RegionKind kind = kindOf(code, standard);
        return new Region(
                code, row.text("name_zh"), kind, poolingRegionOf(code, kind), hosted.contains(code), standard);
    }

    private static RegionKind kindOf(RegionCode code, String standard) {
        if (code.isProvince()) {
            return code.isMunicipality() ? RegionKind.MUNICIPALITY : RegionKind.PROVINCE;
        }
        if (code.value().endsWith(PROVINCE_LEVEL_SUFFIX)) {
            return RegionKind.PROVINCE_LEVEL;
        }
        if (code.equals(code.city())) {
            return RegionKind.CITY;
        }
        return standard.contains(OWN_POOL) ? RegionKind.COUNTY_LEVEL_CITY : RegionKind.DISTRICT;
    }

    private static @Nullable RegionCode poolingRegionOf(RegionCode code, RegionKind kind) {
        return switch (kind) {
            case PROVINCE -> null;
            case MUNICIPALITY, PROVINCE_LEVEL, CITY, COUNTY_LEVEL_CITY -> code;
            case DISTRICT -> code.isMunicipality() ? code.province() : code.city();
        };
    }
}
