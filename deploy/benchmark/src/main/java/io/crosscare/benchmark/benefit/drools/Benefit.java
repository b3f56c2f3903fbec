package io.crosscare.benchmark.benefit.drools;

/**
 * The fact that the policy has figures for the person and the institution.
 *
 * @param ratio the fund's share in basis points
 * @param ceiling of what the pooled fund pays in the year
 */
public record Benefit(long deductible, int ratio, long ceiling) {}
