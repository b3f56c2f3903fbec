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

    /** It settles with nobody on this day, wherever they are insured. */
    record Suspended(Suspension suspension) implements AdmissionAnswer {}

    /** Decides; when several reasons say no, the first in order of precedence is the answer. */
    static AdmissionAnswer decide(Institution institution, Connectivity connectivity, ConnectionQuestion question) {
        ConnectionAnswer connection = connectivity.answer(question);
        if (connection instanceof ConnectionAnswer.Refused refused
                && refused.reason().precedes(RefusalReason.INSTITUTION_NOT_CONNECTED)) {
            return new NotConnected(refused);
        }
        Suspension suspension = institution.suspensionOn(question.on()).orElse(null);
        if (suspension != null) {
            return new Suspended(suspension);
        }
        Capability capability = institution
                .capabilityFor(question.insuredRegion(), question.serviceType(), question.on())
                .orElse(null);
        return switch (connection) {
            case ConnectionAnswer.AtHome home -> new Admitted(home, null);
            case ConnectionAnswer.Open open ->
                capability == null ? new InstitutionNotOpen() : new Admitted(open, capability);
            case ConnectionAnswer.Refused refused ->
                capability == null ? new InstitutionNotOpen() : new NotConnected(refused);
        };
    }
}
