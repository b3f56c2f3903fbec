package io.crosscare.settlement.chain.model;

/**
 * What a settlement was computed from, beside the counters before it: enough to compute the same bytes again for ever.
 *
 * @param billHash of the frozen bill with its circumstances
 * @param policyHash of the published policy
 * @param catalogueHash of the published catalogue
 */
public record Basis(String billHash, String policyHash, String catalogueHash, int calculationVersion) {}
