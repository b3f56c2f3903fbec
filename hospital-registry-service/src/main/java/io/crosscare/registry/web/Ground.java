package io.crosscare.registry.web;

import io.crosscare.registry.model.AdmissionAnswer;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.ServiceType;

/** The sources an answer rests on, and the weakest of their marks. */
record Ground(String source, Mark mark) {

    private static final Ground HOME =
            new Ground("Z 基本政策 三，解读：联网和备案只为异地就医而设 · a reading: both are for care elsewhere", Mark.ASSUMED);
    private static final Ground SILENCE = new Ground("Z and N state nothing", Mark.ASSUMED);

    static Ground of(ConnectionAnswer answer, ServiceType service) {
        if (answer instanceof ConnectionAnswer.AtHome) {
            return HOME;
        }
        ConnectivityRow row = answer.rowOrNull();
        if (row == null) {
            return SILENCE;
        }
        Ground ofRow = new Ground(row.source(), row.mark());
        return service == row.serviceType() ? ofRow : ofRow.forChronicCare(row);
    }

    /** Only the article on Nanjing says that 门慢 is settled over the outpatient connection (N Q6). */
    private Ground forChronicCare(ConnectivityRow row) {
        boolean isOfTheArticle = row.source().startsWith("N ");
        return isOfTheArticle
                ? new Ground(source + "; N Q6 门慢随门诊联网结算 · care for chronic diseases goes with outpatient care", mark)
                : new Ground(
                        source
                                + "; 解读：比照 N Q6，门慢随门诊联网结算 · a reading: as in N Q6, care for chronic diseases goes with"
                                + " outpatient care",
                        mark.and(Mark.ASSUMED));
    }

    static Ground of(Institution institution, AdmissionAnswer answer, ServiceType service) {
        return switch (answer) {
            case AdmissionAnswer.Admitted(var connection, var capability) ->
                capability == null
                        ? of(connection, service)
                        : of(connection, service).and(capability);
            case AdmissionAnswer.InstitutionNotOpen _ -> new Ground(institution.source(), institution.coverage());
            case AdmissionAnswer.Suspended _ -> new Ground("机构停复公告 announced for the institution", Mark.OFFICIAL);
            case AdmissionAnswer.NotConnected(var refused) -> of(refused, service);
        };
    }

    private Ground and(Capability capability) {
        return new Ground(source + "; " + capability.source(), mark.and(capability.mark()));
    }
}
