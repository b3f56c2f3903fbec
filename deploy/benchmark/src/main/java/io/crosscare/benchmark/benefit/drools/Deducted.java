package io.crosscare.benchmark.benefit.drools;

/**
 * The fact that the deductible was taken.
 *
 * @param amount of the deductible this bill uses
 * @param rest the cost the fund pays a share of
 */
public record Deducted(long amount, long rest) {}
