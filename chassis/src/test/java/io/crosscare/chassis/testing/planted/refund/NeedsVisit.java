package io.crosscare.chassis.testing.planted.refund;

import io.crosscare.chassis.testing.planted.visit.NeedsRefund;

/** One half of a cycle. */
public record NeedsVisit(NeedsRefund visit) {}
