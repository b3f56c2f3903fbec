package io.crosscare.settlement.chain.model;

/** What whoever looks at a settlement later should know about how it came about. */
public enum SettlementFlag {
    /** The caller did not say which head its preview was based on, so the amounts may differ from what was previewed. */
    PREVIEW_NOT_COMPARED,
    /** The insured region's core system had been silent for longer than the region allows, so its payments may lack. */
    EXTERNAL_FEED_STALE,
    /** The hospital alone says that the care was for a special treatment; the insured region has not confirmed it. */
    TREATMENT_UNCONFIRMED,
    /** The insured region has confirmed another special treatment than the hospital says the care was for. */
    TREATMENT_NOT_AS_FILED
}
