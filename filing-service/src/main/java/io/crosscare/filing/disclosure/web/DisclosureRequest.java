package io.crosscare.filing.disclosure.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.FieldChecks;
import org.jspecify.annotations.Nullable;

/**
 * What unmasked data is needed for.
 *
 * @param reason 查阅事由 · why, at most 200 characters; it is kept in the trail
 */
record DisclosureRequest(@Nullable String reason) {

    private static final int REASON_LENGTH_MAX = 200;

    /** The reason without the numbers that people paste into it. */
    String checkedReason() {
        FieldChecks checks = new FieldChecks();
        var plain = checks.text("reason", reason, REASON_LENGTH_MAX);
        checks.throwIfInvalid();
        return Masking.pastedText(plain.value());
    }

    @Override
    public String toString() {
        return "DisclosureRequest[…]";
    }
}
