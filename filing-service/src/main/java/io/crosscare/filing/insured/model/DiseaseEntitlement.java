package io.crosscare.filing.insured.model;

import io.crosscare.chassis.id.InstitutionCode;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A disease for which the insured region pays outpatient care by rules of its own (门慢, 门特), as the region acknowledged it.
 * Says what somebody suffers from: {@link #toString()} does not show the disease.
 *
 * @param diseaseCode the region's or the nation's code, 1 to 20 letters, digits and dots
 * @param diseaseName as the region writes it, at most {@value #NAME_LENGTH_MAX} characters
 * @param institution the one the person chose; null where any will do
 * @param from first day
 * @param to last day; null: until it is changed
 */
public record DiseaseEntitlement(
        EntitlementKind kind,
        String diseaseCode,
        String diseaseName,
        @Nullable InstitutionCode institution,
        LocalDate from,
        @Nullable LocalDate to) {

    public static final int NAME_LENGTH_MAX = 60;

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.]{1,20}");

    public DiseaseEntitlement {
        if (!CODE.matcher(diseaseCode).matches()) {
            throw new IllegalArgumentException("a disease code has 1 to 20 letters, digits and dots");
        }
        if (diseaseName.isBlank() || diseaseName.codePointCount(0, diseaseName.length()) > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException("a disease name has 1 to 60 characters");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("an entitlement ends on the day it begins or later");
        }
    }

    /** A code in the one form it is kept in. */
    public static String plainCode(String given) {
        String plain = given.strip();
        if (!CODE.matcher(plain).matches()) {
            throw new IllegalArgumentException("a disease code has 1 to 20 letters, digits and dots");
        }
        return plain;
    }

    /** Whether both speak for the same disease under the same rule on the same day. */
    public boolean overlaps(DiseaseEntitlement other) {
        return kind == other.kind
                && diseaseCode.equals(other.diseaseCode)
                && !endsBefore(other.from)
                && !other.endsBefore(from);
    }

    private boolean endsBefore(LocalDate day) {
        LocalDate end = to;
        return end != null && end.isBefore(day);
    }

    @Override
    public String toString() {
        return "DiseaseEntitlement[" + kind + ", …]";
    }
}
