package io.crosscare.filing.batch.model;

/** What the rows of a batch are. */
public enum BatchKind {
    /** 参保人导入: what a region says of its insured persons. */
    INSURED_PERSON_IMPORT,
    /** 集中办理: filings an employer has lodged for its people. */
    FILING_BATCH
}
