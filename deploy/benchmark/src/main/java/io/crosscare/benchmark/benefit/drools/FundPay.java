package io.crosscare.benchmark.benefit.drools;

/** The fact that the pooled fund pays so much. */
public record FundPay(long amount) {}
