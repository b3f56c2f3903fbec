package io.crosscare.settlement.eligibility.model;

import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.Trip;
import java.util.Optional;

/** The answer to an {@link EligibilityQuestion}. */
public sealed interface Eligibility {

    /**
     * May be settled directly.
     *
     * @param filing the one it rests on; empty for care at home
     */
    record Eligible(
            InstitutionFacts institution,
            PersonFacts person,
            DestinationType destinationType,
            Trip trip,
            Optional<FiledCare> filing)
            implements Eligibility {}

    record Refused(Refusal refusal) implements Eligibility {}
}
