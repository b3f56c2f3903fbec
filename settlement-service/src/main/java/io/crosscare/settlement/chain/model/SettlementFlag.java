package io.crosscare.settlement.chain.model;

/** What whoever looks at a settlement later should know about how it came about. */
public enum SettlementFlag {
    /** The caller did not say which head its preview was based on, so the amounts may differ from what was previewed. */
    PREVIEW_NOT_COMPARED,
    /** The insured region's core system had been silent for longer than the region allows, so its payments may lack. */
    EXTERNAL_FEED_STALE
}
