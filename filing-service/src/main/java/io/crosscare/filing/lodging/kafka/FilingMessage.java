package io.crosscare.filing.lodging.kafka;

import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code filing.filing.v1}. The reason stays with the owner: it is free text.
 *
 * @param id 备案标识 · of the filing
 * @param category {@link io.crosscare.filing.lodging.model.FilingCategory}
 * @param effectiveTo 截止日 · last day, a day in China; absent where it is open
 * @param state {@link io.crosscare.filing.lodging.model.FilingStanding}
 * @param specialTreatment 特殊治疗 · the treatment it is for, once confirmed; absent for none
 */
record FilingMessage(
        String id,
        String personId,
        String insuredRegion,
        String careRegion,
        String category,
        String effectiveFrom,
        @Nullable String effectiveTo,
        String state,
        Instant recordedAt,
        long version,
        @Nullable String specialTreatment) {

    static FilingMessage of(Filing filing) {
        FilingTerms terms = filing.terms();
        LocalDate to = terms.period().to();
        SpecialTreatment treatment = filing.content().treatment();
        return new FilingMessage(
                filing.id().value(),
                terms.personId().value(),
                terms.insuredRegion().value(),
                terms.careRegion().value(),
                terms.category().name(),
                terms.period().from().toString(),
                to == null ? null : to.toString(),
                filing.standing().name(),
                filing.recordedAt(),
                filing.version(),
                treatment == null ? null : treatment.confirmedCode());
    }
}
