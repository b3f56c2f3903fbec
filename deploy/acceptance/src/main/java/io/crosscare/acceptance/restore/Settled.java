package io.crosscare.acceptance.restore;

/**
 * A settlement as the hospital was answered.
 *
 * @param fundPayFen what the fund pays, fen
 */
record Settled(Bill bill, String visitId, String settlementId, long fundPayFen, When when) {

    /** How sending and answer lie to the backup. */
    enum When {
        /** Answered before it began: must be in it. */
        BEFORE("备份之前 before the backup"),
        /** Under way while it was taken: may be in it. */
        DURING("备份之时 while it was taken"),
        /** Sent after it had ended: cannot be in it. */
        AFTER("备份之后 after the backup");

        private final String label;

        When(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
