package io.crosscare.settlement.visit;

import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.model.Visit;

/** What became of a registration. */
public sealed interface RegistrationOutcome {

    record Registered(Visit visit) implements RegistrationOutcome {}

    /** The same request came before; this is its visit. */
    record Replayed(Visit visit) implements RegistrationOutcome {}

    /** The key came before with another content. */
    record OtherContent() implements RegistrationOutcome {}

    /** The hospital has a visit of this person under the same number. */
    record NumberTaken(VisitId visit) implements RegistrationOutcome {}
}
