package io.crosscare.settlement.visit.mongo;

import io.crosscare.settlement.visit.model.Diagnosis;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** See {@link Diagnosis}. Public for the driver's record codec. */
public record DiagnosisDocument(
        String code,
        String name,
        String type,
        String kind,
        String diagnosedOn,
        @Nullable String department,
        @Nullable String doctorCode) {

    static DiagnosisDocument of(Diagnosis diagnosis) {
        return new DiagnosisDocument(
                diagnosis.code(),
                diagnosis.name(),
                diagnosis.type().name(),
                diagnosis.kind().name(),
                diagnosis.diagnosedOn().toString(),
                diagnosis.department(),
                diagnosis.doctorCode());
    }

    Diagnosis toDiagnosis() {
        return new Diagnosis(
                code,
                name,
                Diagnosis.Type.valueOf(type),
                Diagnosis.Kind.valueOf(kind),
                LocalDate.parse(diagnosedOn),
                department,
                doctorCode);
    }

    /** As its model: what somebody suffers from is not for logs. */
    @Override
    public String toString() {
        return "DiagnosisDocument[…]";
    }
}
