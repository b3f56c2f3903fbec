package io.crosscare.correction.desk.model;

/** Who can mend a cause. */
public enum PartyKind {
    INSURED_AGENCY,
    CARE_AGENCY,
    INSTITUTION,
    CARD_OFFICE,
    /** Whoever runs this installation. */
    OPERATOR
}
