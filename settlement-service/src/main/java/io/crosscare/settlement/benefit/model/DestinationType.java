package io.crosscare.settlement.benefit.model;

/** Where the care region lies as seen from the insured region: 本地, 市内异地, 省内异地, 跨省. */
public enum DestinationType {
    HOME,
    IN_CITY,
    IN_PROVINCE,
    CROSS_PROVINCE
}
