package io.crosscare.settlement.eligibility.model;

/** The credential shown at the cashier. */
public enum CardKind {
    /** 省社会保障卡 (省卡). */
    PROVINCIAL_CARD,
    /** 市民卡: settles at home only (N Q5). */
    CITY_CITIZEN_CARD,
    /** 医保电子凭证. */
    E_CERTIFICATE;

    public boolean isAcceptedAway() {
        return this != CITY_CITIZEN_CARD;
    }
}
