package io.crosscare.settlement.replay.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.replay.model.ReplayPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed.
 *
 * @param policyHash 候选政策 · hash of a published or proposed policy
 * @param from 起始日 · first day on which the care had ended, a day in China
 * @param to 截止日 · last day on which the care had ended, a day in China
 */
record ReplayRequest(
        @Nullable String policyHash,
        @Nullable String from,
        @Nullable String to) {

    private static final int HASH_LENGTH = 64;
    private static final int YEARS_MAX = 10;

    /** A checked request. */
    record Replaying(String policyHash, ReplayPeriod period) {}

    Replaying toReplaying() {
        FieldChecks checks = new FieldChecks();
        var hash = checks.text("policyHash", policyHash, HASH_LENGTH);
        var first = checks.date("from", from);
        var last = checks.date("to", to);
        if (first.orNull() != null && last.orNull() != null) {
            if (last.value().isBefore(first.value())) {
                checks.reject("to", "order", Text.of("不得早于 from", "must not be before from"));
            } else if (last.value().isAfter(first.value().plusYears(YEARS_MAX))) {
                checks.reject(
                        "to", "range", Text.of("期间最长 " + YEARS_MAX + " 年", "must be within " + YEARS_MAX + " years"));
            }
        }
        checks.throwIfInvalid();
        return new Replaying(hash.value(), new ReplayPeriod(first.value(), last.value()));
    }
}
