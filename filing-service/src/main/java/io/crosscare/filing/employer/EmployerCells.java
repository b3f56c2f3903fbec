package io.crosscare.filing.employer;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.batch.Column;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.lodging.LodgeFilingCommand;
import io.crosscare.filing.lodging.model.FilingCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a row and the rules of form they keep, the same as at the door for one filing. */
final class EmployerCells {

    static final List<Column> COLUMNS = List.of(
            Column.optional("insuredRegion", "参保地"),
            Column.optional("personNumber", "人员编号"),
            Column.optional("identityNumber", "公民身份号码"),
            Column.optional("name", "姓名"),
            Column.required("category", "备案类别"),
            Column.required("careRegion", "就医地"),
            Column.required("effectiveFrom", "生效日"),
            Column.optional("effectiveTo", "截止日"),
            Column.optional("reason", "补办原因"));

    private static final int REASON_LENGTH_MAX = 200;
    private static final Text PERSON_NUMBER =
            Text.of("应为 1 至 40 位字母、数字或连字符", "must have 1 to 40 letters, digits and hyphens");
    private static final Text IDENTITY_NUMBER =
            Text.of("应为 18 位或 15 位公民身份号码", "must be an identity number of 18 or 15 characters");
    private static final Text WHO = Text.of("人员编号和公民身份号码至少填一项", "is required where there is no identity number");
    private static final Text NOT_YOURS = Text.of("不是本机构的统筹区", "is not a region of this agency");
    private static final Text PERIOD = Text.of("不得早于起始日期", "must not be before effectiveFrom");
    private static final Text TOO_FAR_AHEAD = Text.of("起始日期不得晚于一年之后", "must not be more than a year ahead");
    private static final Text BACKDATED = Text.of("补办备案须填写原因", "is required when effectiveFrom is past");

    private EmployerCells() {}

    /**
     * The row in the cells.
     *
     * @param agency whose region is meant where none is given
     */
    static EmployerRow read(Map<String, String> cells, Caller.Agency agency, LocalDate today) {
        FieldChecks checks = new FieldChecks();
        var region = checks.optionalRegion("insuredRegion", cells.get("insuredRegion"));
        var number = checks.optional(
                "personNumber", cells.get("personNumber"), "person-number", PERSON_NUMBER, PersonNumber::new);
        var identity = checks.optional(
                "identityNumber", cells.get("identityNumber"), "identity-number", IDENTITY_NUMBER, IdentityNumber::new);
        var name = checks.optionalText("name", cells.get("name"), PersonName.LENGTH_MAX);
        var category = checks.oneOf("category", cells.get("category"), FilingCategory.class);
        var careRegion = checks.region("careRegion", cells.get("careRegion"));
        var from = checks.date("effectiveFrom", cells.get("effectiveFrom"));
        var to = checks.optionalDate("effectiveTo", cells.get("effectiveTo"));
        var reason = checks.optionalText("reason", cells.get("reason"), REASON_LENGTH_MAX);
        checkWho(checks, cells);
        checkDays(checks, from.orNull(), to.orNull(), cells.get("reason"), today);
        checkRegion(checks, region.orElse(agency.region()), agency);
        checks.throwIfInvalid();
        String plainName = name.orNull();
        String plainReason = reason.orNull();
        return new EmployerRow(
                new EmployerRow.Who(
                        region.orElse(agency.region()),
                        number.orNull(),
                        identity.orNull(),
                        plainName == null ? null : new PersonName(plainName)),
                new EmployerRow.What(
                        category.value(),
                        careRegion.value(),
                        from.value(),
                        to.orNull(),
                        plainReason == null ? null : Masking.freeText(plainReason)));
    }

    private static void checkWho(FieldChecks checks, Map<String, String> cells) {
        if (!cells.containsKey("personNumber") && !cells.containsKey("identityNumber")) {
            checks.reject("personNumber", "required", WHO);
        }
    }

    private static void checkRegion(FieldChecks checks, RegionCode region, Caller.Agency agency) {
        if (!agency.isAgencyOf(region)) {
            checks.reject("insuredRegion", "own-region", NOT_YOURS);
        }
    }

    private static void checkDays(
            FieldChecks checks,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason,
            LocalDate today) {
        if (from == null) {
            return;
        }
        if (to != null && to.isBefore(from)) {
            checks.reject("effectiveTo", "period", PERIOD);
        }
        if (from.isAfter(today.plusYears(LodgeFilingCommand.YEARS_AHEAD_MAX))) {
            checks.reject("effectiveFrom", "too-far-ahead", TOO_FAR_AHEAD);
        }
        if (from.isBefore(today) && reason == null) {
            checks.reject("reason", "required-when-backdated", BACKDATED);
        }
    }
}
