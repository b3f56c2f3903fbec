package io.crosscare.filing.lodging.model;

/** Who lodges a filing. */
public enum LodgerKind {
    /** 参保地经办机构 · the agency of the insured region. */
    AGENCY,
    /** 参保人 · the person. */
    PERSON,
    /** 转诊医院 · the referring hospital. */
    HOSPITAL
}
