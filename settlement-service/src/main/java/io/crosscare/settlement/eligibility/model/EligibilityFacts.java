package io.crosscare.settlement.eligibility.model;

import java.util.Optional;

/** What is known when the question is decided: the care side from the registry, the insured side from filing-service. */
public record EligibilityFacts(CareSide careSide, InsuredSide insuredSide) {

    /** Institution and connections. */
    public record CareSide(Optional<InstitutionFacts> institution, Connectivity connectivity) {}

    /** Person and filings; where the person is not known, the filings are not asked. */
    public record InsuredSide(Optional<PersonFacts> person, FilingStanding filing) {}

    public EligibilityFacts with(CareSide other) {
        return new EligibilityFacts(other, insuredSide);
    }

    public EligibilityFacts with(InsuredSide other) {
        return new EligibilityFacts(careSide, other);
    }
}
