package io.crosscare.filing.insured.model;

/** Under which rule a disease of long duration is paid for outside hospital (N Q6). */
public enum EntitlementKind {
    /** 门慢: a chronic disease. */
    CHRONIC_DISEASE,
    /** 门特: one of the diseases with rules of their own. */
    SPECIAL_DISEASE
}
