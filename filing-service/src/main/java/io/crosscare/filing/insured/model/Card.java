package io.crosscare.filing.insured.model;

import io.crosscare.chassis.region.RegionCode;

/**
 * A card of an insured person.
 *
 * @param issuedBy the region whose card office made it; a card made elsewhere is refused later, not here (N Q2)
 */
public record Card(CardKind kind, CardNumber number, RegionCode issuedBy, CardState state) {

    /** Whether a card shown at a window, of which only kind and number are known, is this one. */
    public boolean is(CardKind shownKind, CardNumber shownNumber) {
        return kind == shownKind && number.equals(shownNumber);
    }
}
