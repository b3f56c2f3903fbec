package io.crosscare.registry.seed;

import static java.util.stream.Collectors.toMap;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.CapabilityKind;
import io.crosscare.registry.model.Direction;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionKind;
import io.crosscare.registry.model.InstitutionLevel;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.Marked;
import io.crosscare.registry.model.RegionScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the two lists of institutions: the 46 of 镇江市区 with their marks exactly as printed, all for visitors (Z 基本政策 七,
 * domain.md §2 no. 16), and the 23 of Shanghai (Z 基本政策 八).
 *
 * <p>The proposals give districts. They also guess a level for Zhenjiang's community centres; that is not taken over, for an
 * unknown level is a refusal and never a default (domain.md §2.1 no. 33). Shanghai's proposed levels are, marked 假设.
 */
final class InstitutionTable {

    private static final RegionCode ZHENJIANG = new RegionCode("321100");
    private static final RegionScope IN_ZHENJIANG = new RegionScope.Within(ZHENJIANG);
    private static final RegionScope IN_JIANGSU = new RegionScope.Within(new RegionCode("320000"));
    private static final RegionScope IN_SHANGHAI = new RegionScope.Within(new RegionCode("310000"));
    private static final RegionScope OTHER_PROVINCES = new RegionScope.OtherProvinces();

    private static final String LIST_OF_46 = "Z 基本政策 七";
    private static final String LIST_OF_23 = "Z 基本政策 八";
    private static final String READ_FOR_JIANGSU = "Z 基本政策 八, read for all of Jiangsu; N Q10 names no institutions";
    private static final String MARK = "√";

    private static final Map<String, InstitutionLevel> LEVELS = Map.of(
            "L3 (assumed: municipal tertiary hospital)", InstitutionLevel.L3,
            "L1 community (assumed)", InstitutionLevel.L1);
    private static final Map<String, Boolean> IS_HOSPITAL = Map.of("hospital", true, "community_or_township", false);

    private InstitutionTable() {}

    static List<Institution> readZhenjiang(SeedTable institutions, SeedTable places, CapabilityBook kinds) {
        Map<String, SeedRow> placeByName =
                places.rows().stream().collect(toMap(row -> row.text("name_zh"), row -> row));
        return institutions.map(row -> zhenjiang(row, placeOf(row, placeByName), kinds));
    }

    static List<Institution> readShanghai(SeedTable institutions, CapabilityBook kinds) {
        return institutions.map(row -> shanghai(row, kinds.require("CROSS_PROVINCE_OUTPATIENT")));
    }

    private static SeedRow placeOf(SeedRow row, Map<String, SeedRow> placeByName) {
        SeedRow place = placeByName.get(row.text("name_zh"));
        if (place == null) {
            throw row.refusal("name_zh", "has no proposed place");
        }
        return place;
    }

    private static Institution zhenjiang(SeedRow row, SeedRow place, CapabilityBook kinds) {
        String name = row.text("name_zh");
        RegionCode proposed = place.parsed("region_code_proposed", RegionCode::new);
        return new Institution(
                row.parsed("provisional_code", InstitutionCode::new),
                true,
                name,
                ZHENJIANG,
                proposed.equals(ZHENJIANG) ? null : new Marked<>(proposed, Mark.ASSUMED),
                kindOf(name, place),
                null,
                marksOf(row, kinds),
                Mark.OFFICIAL,
                List.of(),
                List.of(),
                LIST_OF_46 + " no. " + row.text("no"));
    }

    private static InstitutionKind kindOf(String name, SeedRow place) {
        InstitutionKind kind = InstitutionKind.named(name);
        boolean isHospital = kind == InstitutionKind.HOSPITAL;
        if (place.word("kind", IS_HOSPITAL) != isHospital) {
            throw place.refusal("kind", "contradicts the name");
        }
        return kind;
    }

    private static List<Capability> marksOf(SeedRow row, CapabilityBook kinds) {
        List<Capability> marks = new ArrayList<>();
        if (isMarked(row, "in_province")) {
            marks.add(inbound(kinds.require("IN_PROVINCE"), IN_JIANGSU, LIST_OF_46, Mark.OFFICIAL));
        }
        if (isMarked(row, "cross_province_inpatient")) {
            marks.add(inbound(kinds.require("CROSS_PROVINCE_INPATIENT"), OTHER_PROVINCES, LIST_OF_46, Mark.OFFICIAL));
        }
        if (isMarked(row, "shanghai_outpatient")) {
            marks.add(inbound(kinds.require("SHANGHAI_OUTPATIENT"), IN_SHANGHAI, LIST_OF_46, Mark.OFFICIAL));
        }
        return marks;
    }

    private static boolean isMarked(SeedRow row, String column) {
        String mark = row.optionalText(column);
        if (mark != null && !mark.equals(MARK)) {
            throw row.refusal(column, "unknown mark '" + mark + "'");
        }
        return mark != null;
    }

    private static Institution shanghai(SeedRow row, CapabilityKind outpatient) {
        String name = row.text("name_zh");
        return new Institution(
                row.parsed("provisional_code", InstitutionCode::new),
                true,
                name,
                row.parsed("region_code", RegionCode::new),
                new Marked<>(row.parsed("district_code_proposed", RegionCode::new), Mark.ASSUMED),
                InstitutionKind.named(name),
                new Marked<>(row.word("level_proposed", LEVELS), Mark.ASSUMED),
                List.of(
                        inbound(outpatient, IN_ZHENJIANG, LIST_OF_23, Mark.OFFICIAL),
                        inbound(outpatient, IN_JIANGSU, READ_FOR_JIANGSU, Mark.ASSUMED)),
                // The list is of outpatient care alone and says nothing of stays.
                Mark.ASSUMED,
                List.of(),
                List.of(),
                LIST_OF_23 + " no. " + row.text("no"));
    }

    private static Capability inbound(CapabilityKind kind, RegionScope counterpart, String source, Mark mark) {
        return new Capability(kind, Direction.INBOUND, counterpart, null, null, source, mark);
    }
}
