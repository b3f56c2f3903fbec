package io.crosscare.filing.batch.model;

/** What became of a row. */
public enum RowOutcome {
    /** 新增: something new was made of it. */
    ADDED,
    /** 变更: something known was changed. */
    CHANGED,
    /** 无变化: everything was known already. */
    KEPT,
    /** 未通过: nothing was done; the errors say why. */
    REFUSED
}
