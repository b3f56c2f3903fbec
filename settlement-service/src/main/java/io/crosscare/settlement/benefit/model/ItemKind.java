package io.crosscare.settlement.benefit.model;

/** The three catalogues of Z 四: drugs, treatment items, facility standards. */
public enum ItemKind {
    DRUG,
    SERVICE,
    FACILITY
}
