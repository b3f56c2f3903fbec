package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.Employer;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.Referral;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The facts of an application as several requests state them. Each part may be left out. */
final class FactsRequest {

    private static final int NAME_LENGTH_MAX = 100;
    private static final int MATERIALS_MAX = 20;
    private static final Pattern MATERIAL = Pattern.compile("[A-Z][A-Z_]{2,39}");
    private static final Text MATERIAL_CODE =
            Text.of("应为备案规则中的材料代码", "must be the code of a material of the filing rules");
    static final Text MATERIAL_UNKNOWN =
            Text.of("含有参保地备案规则中没有的材料", "names a paper that the region's filing rules do not know");
    private static final Text FUTURE = Text.of("不得晚于今天", "must not lie in the future");

    private FactsRequest() {}

    /**
     * How a person lives elsewhere.
     *
     * @param ground 居住情形 · why the person lives elsewhere, {@link ResidenceGround}
     * @param awaySince optional, 离开参保地之日 · first day away, without a break since, a day in China
     * @param householdRegistration optional, 户籍地 · where the household is registered, as the paper shown says
     */
    record ResidenceRequest(
            @Nullable String ground,
            @Nullable String awaySince,
            @Nullable String householdRegistration) {

        private Supplier<Residence> check(FieldChecks checks, LocalDate today) {
            var why = checks.oneOf("residence.ground", ground, ResidenceGround.class);
            var since = checks.optionalDate("residence.awaySince", awaySince);
            var household = checks.optionalRegion("residence.householdRegistration", householdRegistration);
            rejectFuture(checks, "residence.awaySince", since.orNull(), today);
            return () -> new Residence(why.value(), since.orNull(), household.orNull());
        }
    }

    /**
     * Who employs a person.
     *
     * @param insuredRegion 单位参保地 · where the employer takes part in the insurance: six digits of GB/T 2260
     * @param name optional, 单位名称 · at most 100 characters
     */
    record EmployerRequest(
            @Nullable String insuredRegion, @Nullable String name) {

        private Supplier<Employer> check(FieldChecks checks) {
            var region = checks.region("employer.insuredRegion", insuredRegion);
            var plainName = checks.optionalText("employer.name", name, NAME_LENGTH_MAX);
            return () -> {
                String given = plainName.orNull();
                return new Employer(region.value(), given == null ? null : Masking.freeText(given));
            };
        }

        @Override
        public String toString() {
            return "EmployerRequest[…]";
        }
    }

    /**
     * A hospital's word, as the transfer form has it.
     *
     * @param institutionCode 转出医院 · the hospital that refers, H and eleven digits
     * @param institutionLevel 医院等级 · level of the hospital, {@link InstitutionLevel}
     * @param doctorTitle 医生职称 · title of the doctor who signed, {@link DoctorTitle}
     * @param signedOn 医生签字日 · day of the doctor's signature, a day in China
     * @param stamped 医保办公室是否盖章 · whether its insurance office has stamped it
     */
    record ReferralRequest(
            @Nullable String institutionCode,
            @Nullable String institutionLevel,
            @Nullable String doctorTitle,
            @Nullable String signedOn,
            @Nullable Boolean stamped) {

        private Supplier<Referral> check(FieldChecks checks, LocalDate today) {
            var institution = checks.institution("referral.institutionCode", institutionCode);
            var level = checks.oneOf("referral.institutionLevel", institutionLevel, InstitutionLevel.class);
            var title = checks.oneOf("referral.doctorTitle", doctorTitle, DoctorTitle.class);
            var day = checks.date("referral.signedOn", signedOn);
            var isStamped = checks.flag("referral.stamped", stamped);
            rejectFuture(checks, "referral.signedOn", day.orNull(), today);
            return () ->
                    new Referral(institution.value(), level.value(), title.value(), day.value(), isStamped.value());
        }
    }

    /** The facts, to be asked for only when all checks have passed. */
    static Supplier<StatedFacts> check(
            FieldChecks checks,
            LocalDate today,
            @Nullable ResidenceRequest residence,
            @Nullable EmployerRequest employer,
            @Nullable ReferralRequest referral,
            @Nullable Boolean treatmentElsewhere,
            @Nullable List<@Nullable String> materials) {
        Supplier<Residence> lives = residence == null ? null : residence.check(checks, today);
        Supplier<Employer> works = employer == null ? null : employer.check(checks);
        Supplier<Referral> referred = referral == null ? null : referral.check(checks, today);
        Supplier<List<String>> papers = materials == null || materials.isEmpty() ? null : check(checks, materials);
        return () -> new StatedFacts(
                lives == null ? null : lives.get(),
                works == null ? null : works.get(),
                referred == null ? null : referred.get(),
                treatmentElsewhere,
                papers == null ? null : papers.get());
    }

    private static Supplier<List<String>> check(FieldChecks checks, List<@Nullable String> materials) {
        var codes = checks.list("materials", materials, MATERIALS_MAX);
        for (int i = 0; i < materials.size() && i < MATERIALS_MAX; i++) {
            String code = materials.get(i);
            if (code != null && !MATERIAL.matcher(code).matches()) {
                checks.reject("materials[" + i + "]", "material", MATERIAL_CODE);
            }
        }
        return codes::value;
    }

    private static void rejectFuture(FieldChecks checks, String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && day.isAfter(today)) {
            checks.reject(field, "not-in-future", FUTURE);
        }
    }
}
