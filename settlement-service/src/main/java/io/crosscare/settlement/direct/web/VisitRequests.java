package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.RegisterVisit;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.visit.UploadFeeLines;
import io.crosscare.settlement.visit.model.FeeLineRule;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What hospitals send about visits, and the checks that turn it into commands. */
final class VisitRequests {

    private static final int TEXT_MAX = 64;
    private static final int NAME_MAX = 200;
    private static final int REASON_MAX = 200;
    private static final Pattern TREATMENT = Pattern.compile("ST(0[1-9]|1[0-8])");
    private static final long FEN_MAX = 10_000_000_000L;
    static final Text BATCH =
            Text.of("应为 1 至 16 个字母、数字、点、横线或下划线", "must have 1 to 16 letters, digits, dots, dashes or underscores");
    private static final Text UNMAPPED = Text.of("院内编码没有对照", "is no local code of the hospital's item mapping");
    private static final Text FUTURE = Text.of("日期晚于今天", "lies after today");

    private VisitRequests() {}

    /**
     * A visit to register.
     *
     * @param serviceType {@link ServiceType}
     * @param startedOn 入院或就诊日 · first day of the visit, a day in China, not after today
     * @param cardKind {@link CardKind}
     * @param visitNumber 就诊号 · the hospital's own number, at most 64 characters
     * @param specialTreatment optional
     */
    record RegisterRequest(
            @Nullable String personId,
            @Nullable String insuredRegion,
            @Nullable String serviceType,
            @Nullable String startedOn,
            @Nullable String cardKind,
            @Nullable String visitNumber,
            @Nullable String specialTreatment) {

        RegisterVisit.Command toCommand(InstitutionCode institution, IdempotencyKey key, LocalDate today) {
            FieldChecks checks = new FieldChecks();
            Checked<PersonId> person = checks.personId("personId", personId);
            Checked<RegionCode> region = checks.region("insuredRegion", insuredRegion);
            Checked<ServiceType> service = checks.oneOf("serviceType", serviceType, ServiceType.class);
            Checked<LocalDate> start = notAfter(checks, "startedOn", startedOn, today);
            Checked<CardKind> card = checks.oneOf("cardKind", cardKind, CardKind.class);
            Checked<String> number = checks.text("visitNumber", visitNumber, TEXT_MAX);
            Checked<String> treatment = checks.optional(
                    "specialTreatment",
                    specialTreatment,
                    "special-treatment",
                    Text.of("应为 ST01 至 ST18", "must be ST01 to ST18"),
                    VisitRequests::treatment);
            checks.throwIfInvalid();
            return new RegisterVisit.Command(
                    institution,
                    key.value(),
                    person.value(),
                    region.value(),
                    service.value(),
                    start.value(),
                    card.value(),
                    number.value(),
                    treatment.orNull());
        }
    }

    /**
     * The end of a stay.
     *
     * @param endedOn 出院日 · last day of the stay, a day in China, not after today
     * @param reason optional, 变更原因 · needed where another day was said before; at most 200 characters, numbers of persons pasted
     *     into it are cut out
     */
    record DischargeRequest(
            @Nullable String endedOn, @Nullable String reason) {

        /** A day and why it is said. */
        record Discharge(LocalDate endedOn, String reason) {}

        Discharge toDischarge(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            Checked<LocalDate> end = notAfter(checks, "endedOn", endedOn, today);
            Checked<String> why = checks.optionalText("reason", reason, REASON_MAX);
            checks.throwIfInvalid();
            return new Discharge(end.value(), Masking.pastedText(why.orElse("")));
        }
    }

    /**
     * Fee lines of a visit.
     *
     * @param lines 费用明细 · each number once
     */
    record FeeLinesRequest(@Nullable List<@Nullable LineRequest> lines) {

        /** Whether a line names its item by the hospital's own code. */
        boolean hasLocalCodes() {
            return lines != null && lines.stream().anyMatch(line -> line != null && line.localCode() != null);
        }

        List<VisitLine> toLines(LocalDate today, Map<String, String> itemCodes) {
            FieldChecks checks = new FieldChecks();
            Checked<List<LineRequest>> given = checks.list("lines", lines, UploadFeeLines.LINES_MAX);
            checks.throwIfInvalid();
            List<LineRequest> requests = given.value();
            List<LineChecks> checked = new ArrayList<>();
            Set<Long> numbers = new HashSet<>();
            for (int i = 0; i < requests.size(); i++) {
                LineChecks line = LineChecks.of(checks, "lines[" + i + "].", requests.get(i), today, itemCodes);
                checked.add(line);
                Long number = requests.get(i).lineNumber();
                if (number != null && !numbers.add(number)) {
                    checks.reject(
                            "lines[" + i + "].lineNumber", "unique", Text.of("明细序号重复", "occurs twice in this upload"));
                }
            }
            checks.throwIfInvalid();
            return checked.stream().map(LineChecks::toLine).toList();
        }
    }

    /**
     * One fee line. Quantity times unit price, half-up to the fen, is the amount, give or take one fen: both are printed rounded.
     *
     * @param batch 批次 · 1 to 16 letters, digits, dots, dashes or underscores: what of an outpatient visit is settled together; of a stay,
     *     which is settled as a whole, a name only
     * @param itemCode optional, 项目编码 · code in the catalogue of the care region, at most 64 characters; needed where there is no
     *     localCode
     * @param localCode optional, 院内编码 · the hospital's own code, which its item mapping knows; it goes before itemCode
     * @param name optional, 项目名称 · as it is printed, at most 200 characters
     * @param amountFen 金额 · in fen, negative for a return
     * @param serviceDate 费用发生日 · within the visit, a day in China
     */
    record LineRequest(
            @Nullable Long lineNumber,
            @Nullable String batch,
            @Nullable String itemCode,
            @Nullable String localCode,
            @Nullable String name,
            @Nullable String quantity,
            @Nullable String unitPrice,
            @Nullable Long amountFen,
            @Nullable String serviceDate) {}

    /** One line with each field checked, and then the fields against each other. */
    private record LineChecks(
            Checked<Long> lineNumber,
            Checked<String> batch,
            Checked<String> itemCode,
            Checked<String> name,
            Checked<Long> quantity,
            Checked<Long> unitPrice,
            Checked<Money> amount,
            Checked<LocalDate> serviceDate) {

        static LineChecks of(
                FieldChecks checks, String path, LineRequest line, LocalDate today, Map<String, String> itemCodes) {
            LineChecks checked = new LineChecks(
                    checks.number(path + "lineNumber", line.lineNumber(), 1, Integer.MAX_VALUE),
                    checks.required(path + "batch", line.batch(), "batch", BATCH, VisitRequests::batchName),
                    itemCode(checks, path, line, itemCodes),
                    checks.optionalText(path + "name", line.name(), NAME_MAX),
                    decimal(checks, path + "quantity", line.quantity(), FeeLineRule.QUANTITY_DECIMALS),
                    decimal(checks, path + "unitPrice", line.unitPrice(), FeeLineRule.PRICE_DECIMALS),
                    checks.fen(path + "amountFen", line.amountFen(), -FEN_MAX, FEN_MAX),
                    notAfter(checks, path + "serviceDate", line.serviceDate(), today));
            checked.crossCheck(checks, path);
            return checked;
        }

        private static Checked<String> itemCode(
                FieldChecks checks, String path, LineRequest line, Map<String, String> itemCodes) {
            Checked<String> localCode = checks.optionalText(path + "localCode", line.localCode(), TEXT_MAX);
            String local = localCode.orNull();
            String mapped = local == null ? null : itemCodes.get(local);
            if (local != null && mapped == null && line.itemCode() == null) {
                checks.reject(path + "localCode", "mapped", UNMAPPED);
                return localCode;
            }
            return checks.text(path + "itemCode", mapped == null ? line.itemCode() : mapped, TEXT_MAX);
        }

        private void crossCheck(FieldChecks checks, String path) {
            Long units = quantity.orNull();
            Long price = unitPrice.orNull();
            Money cost = amount.orNull();
            if (units != null && units == 0) {
                checks.reject(path + "quantity", "not-zero", Text.of("数量不能为零", "must not be zero"));
            } else if (price != null && price < 0) {
                checks.reject(
                        path + "unitPrice",
                        "not-negative",
                        Text.of("单价不能为负，退费用负数量表示", "must not be negative; a return has a negative quantity"));
            } else if (units != null
                    && price != null
                    && cost != null
                    && !(FeeLineRule.agrees(units, price, cost) && Long.signum(units) * Long.signum(cost.fen()) >= 0)) {
                checks.reject(
                        path + "amountFen",
                        "quantity-times-price",
                        Text.of("与数量乘单价相差超过 1 分", "differs from quantity times price by more than 1 fen"));
            }
        }

        VisitLine toLine() {
            return new VisitLine(
                    batch.value(),
                    new FeeLine(
                            Math.toIntExact(lineNumber.value()),
                            itemCode.value(),
                            name.orNull(),
                            quantity.value(),
                            unitPrice.value(),
                            amount.value(),
                            serviceDate.value()));
        }
    }

    static String batchName(String text) {
        return new Scope.Batch(text).name();
    }

    private static Checked<Long> decimal(FieldChecks checks, String field, @Nullable String value, int decimals) {
        return checks.required(
                field,
                value,
                "decimal",
                Text.of("应为最多 " + decimals + " 位小数的数", "must be a number with at most " + decimals + " decimals"),
                text -> FeeLineRule.parse(text, decimals));
    }

    static Checked<LocalDate> notAfter(FieldChecks checks, String field, @Nullable String value, LocalDate today) {
        return notAfter(checks, checks.date(field, value), field, today);
    }

    static Checked<LocalDate> optionalNotAfter(
            FieldChecks checks, String field, @Nullable String value, LocalDate today) {
        return notAfter(checks, checks.optionalDate(field, value), field, today);
    }

    private static Checked<LocalDate> notAfter(
            FieldChecks checks, Checked<LocalDate> day, String field, LocalDate today) {
        LocalDate given = day.orNull();
        if (given != null && given.isAfter(today)) {
            checks.reject(field, "not-after-today", FUTURE);
        }
        return day;
    }

    static String treatment(String code) {
        if (!TREATMENT.matcher(code).matches()) {
            throw new IllegalArgumentException("not a special treatment");
        }
        return code;
    }
}
