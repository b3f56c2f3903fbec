package io.crosscare.acceptance.restore;

import java.util.Optional;

/**
 * What the restored suite says of a settlement that was answered before.
 *
 * @param state of the outcome of its key, {@code SETTLED} or {@code NEVER_SEEN} if all is well
 * @param settlementId that the outcome names; empty where it names none
 */
record Looked(Settled settled, String state, String settlementId) {

    boolean isKept() {
        return state.equals("SETTLED") && settlementId.equals(settled.settlementId());
    }

    /** The suite says that it has never seen the key. */
    boolean isLost() {
        return state.equals("NEVER_SEEN");
    }

    /** What should not be: an answer from before the backup that is gone, one from after it that is there, or anything else. */
    Optional<String> trouble() {
        boolean isAsItMustBe = switch (settled.when()) {
            case BEFORE -> isKept();
            case DURING -> isKept() || isLost();
            case AFTER -> isLost();
        };
        return isAsItMustBe
                ? Optional.empty()
                : Optional.of("%s, %s: %s %s".formatted(line(), settled.when().label(), state, settlementId));
    }

    /** As it is listed: without the key. */
    String line() {
        return "#%d %s 基金 fund %d fen".formatted(settled.bill().number(), settled.settlementId(), settled.fundPayFen());
    }
}
