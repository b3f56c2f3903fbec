package io.crosscare.registry.model;

/** The kinds of care a visit can be. */
public enum ServiceType {
    OUTPATIENT("门诊", "outpatient care"),
    INPATIENT("住院", "inpatient care"),
    /** 门慢: outpatient care under an entitlement for a chronic disease. */
    CHRONIC("门诊慢性病", "outpatient care of chronic disease");

    private final String zh;
    private final String en;

    ServiceType(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The connection this care is settled over: 门慢 away is part of the outpatient connection (N Q6). */
    public ServiceType connection() {
        return switch (this) {
            case OUTPATIENT, CHRONIC -> OUTPATIENT;
            case INPATIENT -> INPATIENT;
        };
    }
}
