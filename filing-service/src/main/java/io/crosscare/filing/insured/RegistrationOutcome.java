package io.crosscare.filing.insured;

import io.crosscare.filing.insured.model.InsuredPerson;

/** What a region's word about a person comes to. */
public sealed interface RegistrationOutcome {

    /** A person the suite did not know. */
    record Registered(InsuredPerson person) implements RegistrationOutcome {}

    /** A known person, one version on. */
    record Changed(InsuredPerson person) implements RegistrationOutcome {}

    /** A known person of whom nothing new was said. */
    record Kept(InsuredPerson person) implements RegistrationOutcome {}

    /** The identity number is another person's of that region; nothing was changed. */
    record IdentityNumberTaken() implements RegistrationOutcome {}
}
