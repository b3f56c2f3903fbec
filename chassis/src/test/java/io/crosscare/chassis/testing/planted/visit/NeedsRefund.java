package io.crosscare.chassis.testing.planted.visit;

import io.crosscare.chassis.testing.planted.refund.NeedsVisit;

/** Breaks rule 4 together with {@link NeedsVisit}: a cycle of two features. */
public record NeedsRefund(NeedsVisit refund) {}
