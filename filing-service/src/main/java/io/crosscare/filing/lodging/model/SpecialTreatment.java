package io.crosscare.filing.lodging.model;

import org.jspecify.annotations.Nullable;

/**
 * The special treatment (特殊治疗) a filing is for: one of the list, or the follow-up of an earlier one. It counts when it is
 * confirmed.
 *
 * @param code of the list; null while it is only known whose follow-up it is
 * @param followUpOf settlement whose follow-up it is; null where it is none
 */
public record SpecialTreatment(
        @Nullable String code, @Nullable String followUpOf, State state) {

    /** How far a declaration has come. */
    public enum State {
        /** 已申报 · said, not confirmed. */
        DECLARED,
        /** 已确认 · confirmed by the insured region's agency, or by its rule. */
        CONFIRMED,
        /** 不予确认 · the agency has said no. */
        REFUSED
    }

    public SpecialTreatment {
        if (code == null && (followUpOf == null || state == State.CONFIRMED)) {
            throw new IllegalArgumentException("a treatment has a code, at the latest when it is confirmed");
        }
    }

    public static SpecialTreatment declared(@Nullable String code, @Nullable String followUpOf) {
        return new SpecialTreatment(code, followUpOf, State.DECLARED);
    }

    /** As which treatment it counts; null where it does not. */
    public @Nullable String confirmedCode() {
        return state == State.CONFIRMED ? code : null;
    }

    public SpecialTreatment confirmed(String as) {
        return new SpecialTreatment(as, followUpOf, State.CONFIRMED);
    }

    public SpecialTreatment refused() {
        return new SpecialTreatment(code, followUpOf, State.REFUSED);
    }
}
