package io.crosscare.correction.desk.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.Refusal.Responsible;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can mend a cause.
 *
 * @param region null where it is of no region
 * @param phone null where none is known here
 * @param isKnown whether the registry has it
 */
public record Party(
        PartyKind kind,
        String name,
        @Nullable String region,
        @Nullable String phone,
        boolean isKnown) {

    private static final String UNKNOWN = "（本系统未登记 · not known here）";

    /** As the refusal named it when it was said; what it did not name is not known here. */
    public static Party of(PartyKind kind, Refusal refusal) {
        return switch (kind) {
            case INSURED_AGENCY -> agency(kind, "参保地医保经办机构", refusal.insuredRegion(), refusal);
            case CARD_OFFICE -> agency(kind, "参保地发卡机构", refusal.insuredRegion(), refusal);
            case CARE_AGENCY -> agency(kind, "就医地医保经办机构", refusal.careRegion(), refusal);
            case INSTITUTION ->
                new Party(kind, nameOf(refusal), refusal.careRegion().value(), null, true);
            case OPERATOR -> new Party(kind, "系统运维 · operations", null, null, true);
        };
    }

    private static String nameOf(Refusal refusal) {
        Responsible said = refusal.statement().responsible();
        return said == null || said.phone() != null ? refusal.institution().value() : said.name();
    }

    private static Party agency(PartyKind kind, String otherwise, RegionCode region, Refusal refusal) {
        Responsible said = refusal.statement().responsible();
        if (said == null || !isOf(said, region)) {
            return new Party(kind, otherwise + UNKNOWN, region.value(), null, false);
        }
        return new Party(kind, said.name(), said.region(), said.phone(), true);
    }

    /** Its own, or that of a region around it; without a phone it was not known to settlement either. */
    private static boolean isOf(Responsible said, RegionCode region) {
        String its = said.region();
        return said.phone() != null && its != null && new RegionCode(its).contains(region);
    }
}
