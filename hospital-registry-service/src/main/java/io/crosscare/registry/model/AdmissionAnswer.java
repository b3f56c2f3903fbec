package io.crosscare.registry.model;

import org.jspecify.annotations.Nullable;

/** Whether one institution takes a person for direct settlement on a day, joining its capabilities with connectivity. */
public sealed interface AdmissionAnswer {

    /**
     * It does.
     *
     * @param capability the institution's mark; null at home, where none is needed
     */
    record Admitted(ConnectionAnswer connection, @Nullable Capability capability) implements AdmissionAnswer {}

    /** The regions are not connected for this, whichever the institution. */
    record NotConnected(ConnectionAnswer.Refused connection) implements AdmissionAnswer {}

    /** The regions are connected, this institution has no mark for it. */
    record InstitutionNotOpen() implements AdmissionAnswer {}

    /** Decides; when several reasons say no, the first in order of precedence is the answer. */
    static AdmissionAnswer decide(Institution institution, Connectivity connectivity, ConnectionQuestion question) {
        Capability capability = institution
                .capabilityFor(question.insuredRegion(), question.serviceType(), question.on())
                .orElse(null);
        return switch (connectivity.answer(question)) {
            case ConnectionAnswer.AtHome home -> new Admitted(home, null);
            case ConnectionAnswer.Open open ->
                capability == null ? new InstitutionNotOpen() : new Admitted(open, capability);
            case ConnectionAnswer.Refused refused -> {
                boolean isInstitutionFirst = RefusalReason.INSTITUTION_NOT_CONNECTED.precedes(refused.reason());
                yield isInstitutionFirst && capability == null ? new InstitutionNotOpen() : new NotConnected(refused);
            }
        };
    }
}
