package io.crosscare.filing.insured.model;

/** The credential shown at the cashier. Which of them settles away from home is decided at the settlement (N Q2, Q5). */
public enum CardKind {
    /** 省社会保障卡 (省卡). */
    PROVINCIAL_CARD,
    /** 市民卡. */
    CITY_CITIZEN_CARD,
    /** 医保电子凭证. */
    E_CERTIFICATE
}
