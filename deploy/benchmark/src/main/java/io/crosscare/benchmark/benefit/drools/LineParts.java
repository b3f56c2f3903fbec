package io.crosscare.benchmark.benefit.drools;

/** The fact that a line was split by the catalogue. */
public record LineParts(
        int lineNumber, long fullSelfPay, long overLimitSelfPay, long upfrontSelfPay, long eligibleCost) {}
