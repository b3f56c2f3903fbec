package io.crosscare.registry.web;

import io.crosscare.registry.model.AdmissionAnswer;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.Mark;

/** The sources an answer rests on, and the weakest of their marks. */
record Ground(String source, Mark mark) {

    private static final Ground HOME =
            new Ground("care at home is not cross-region care: design.md §3.6", Mark.ASSUMED);
    private static final Ground SILENCE = new Ground("Z and N state nothing", Mark.ASSUMED);

    static Ground of(ConnectionAnswer answer) {
        if (answer instanceof ConnectionAnswer.AtHome) {
            return HOME;
        }
        ConnectivityRow row = answer.rowOrNull();
        return row == null ? SILENCE : new Ground(row.source(), row.mark());
    }

    static Ground of(Institution institution, AdmissionAnswer answer) {
        return switch (answer) {
            case AdmissionAnswer.Admitted(var connection, var capability) ->
                capability == null ? of(connection) : of(connection).and(capability);
            case AdmissionAnswer.InstitutionNotOpen _ -> new Ground(institution.source(), institution.coverage());
            case AdmissionAnswer.Suspended _ -> new Ground("机构停复公告 announced for the institution", Mark.OFFICIAL);
            case AdmissionAnswer.NotConnected(var refused) -> of(refused);
        };
    }

    private Ground and(Capability capability) {
        return new Ground(source + "; " + capability.source(), mark.and(capability.mark()));
    }
}
