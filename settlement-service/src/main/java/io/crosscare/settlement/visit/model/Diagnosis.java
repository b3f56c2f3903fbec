package io.crosscare.settlement.visit.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis of a visit, as {@code diseinfo} of the national interface has it; their order is the list's. Says what somebody
 * suffers from: never written to a log, an event or a metric.
 *
 * @param code ICD-10 in the insurance's edition, at most 20 characters
 * @param diagnosedOn a day in China
 * @param department where it was made; null where the hospital did not say
 * @param doctorCode the national code of who made it; null where the hospital did not say
 */
public record Diagnosis(
        String code,
        String name,
        Type type,
        Kind kind,
        LocalDate diagnosedOn,
        @Nullable String department,
        @Nullable String doctorCode) {

    /** {@code maindiag_flag}: a visit has one main diagnosis. */
    public enum Type {
        MAIN,
        SECONDARY
    }

    /** {@code diag_type}: of western medicine, and the disease and the syndrome of Chinese medicine. */
    public enum Kind {
        WESTERN,
        CHINESE_DISEASE,
        CHINESE_SYNDROME
    }

    @Override
    public String toString() {
        return "Diagnosis[…]";
    }
}
