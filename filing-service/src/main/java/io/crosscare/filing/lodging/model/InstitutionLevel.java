package io.crosscare.filing.lodging.model;

/** 机构等级 · The level of an institution. */
public enum InstitutionLevel {
    L1,
    L2,
    L3,
    /** 社区卫生服务机构. */
    COM
}
