package io.crosscare.filing.insured.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.insured.model.DiseaseEntitlement;
import io.crosscare.filing.insured.model.EntitlementKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A disease the insured region pays for by rules of its own. {@code toString} shows nothing of it.
 *
 * @param kind {@link EntitlementKind}
 * @param diseaseCode 病种编码 · 1 to 20 letters, digits and dots
 * @param diseaseName 病种名称 · at most 60 characters
 * @param institution optional, 定点机构 · the one the person chose; left out where any will do
 * @param from 起始日 · first day, a day in China
 * @param to optional, 截止日 · last day, a day in China; left out for an open end
 */
record EntitlementRequest(
        @Nullable String kind,
        @Nullable String diseaseCode,
        @Nullable String diseaseName,
        @Nullable String institution,
        @Nullable String from,
        @Nullable String to) {

    private static final EntitlementRequest NOTHING = new EntitlementRequest(null, null, null, null, null, null);
    private static final Text CODE = Text.of("应为 1 至 20 位字母、数字或点", "must have 1 to 20 letters, digits and dots");
    private static final Text PERIOD = Text.of("不得早于起始日期", "must not be before from");

    /** The parts of an entitlement while the request is being checked. */
    record Unproven(
            Checked<EntitlementKind> kind,
            Checked<String> code,
            Checked<String> name,
            Checked<InstitutionCode> institution,
            Checked<LocalDate> from,
            Checked<LocalDate> to) {

        /** Ask only when all checks have passed. */
        DiseaseEntitlement toEntitlement() {
            return new DiseaseEntitlement(
                    kind.value(), code.value(), name.value(), institution.orNull(), from.value(), to.orNull());
        }
    }

    static Unproven check(FieldChecks checks, String path, @Nullable EntitlementRequest entitlement) {
        EntitlementRequest given = entitlement == null ? NOTHING : entitlement;
        Unproven parts = new Unproven(
                checks.oneOf(path + ".kind", given.kind(), EntitlementKind.class),
                checks.required(
                        path + ".diseaseCode",
                        given.diseaseCode(),
                        "disease-code",
                        CODE,
                        DiseaseEntitlement::plainCode),
                checks.text(path + ".diseaseName", given.diseaseName(), DiseaseEntitlement.NAME_LENGTH_MAX),
                checks.optionalInstitution(path + ".institution", given.institution()),
                checks.date(path + ".from", given.from()),
                checks.optionalDate(path + ".to", given.to()));
        LocalDate from = parts.from().orNull();
        LocalDate to = parts.to().orNull();
        if (from != null && to != null && to.isBefore(from)) {
            checks.reject(path + ".to", "period", PERIOD);
        }
        return parts;
    }

    @Override
    public String toString() {
        return "EntitlementRequest[…]";
    }
}
