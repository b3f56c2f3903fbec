package io.crosscare.settlement.benefit.model;

/** The level of the institution of care: 一级, 二级, 三级, or 社区 (a community health centre or township clinic). */
public enum InstitutionLevel {
    L1,
    L2,
    L3,
    COM
}
