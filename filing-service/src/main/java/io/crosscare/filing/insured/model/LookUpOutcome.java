package io.crosscare.filing.insured.model;

import java.util.Optional;

/** What a look-up by credential comes to. The refusals do not say which part differs. */
public sealed interface LookUpOutcome {

    /** The person, and the card that was shown if one was. */
    record Found(InsuredPerson person, Optional<Card> card) implements LookUpOutcome {}

    /** No person of that region has the number. */
    record PersonUnknown() implements LookUpOutcome {}

    /** The number is known; the other number, the name or the card is not that person's. */
    record IdentityMismatch() implements LookUpOutcome {}
}
