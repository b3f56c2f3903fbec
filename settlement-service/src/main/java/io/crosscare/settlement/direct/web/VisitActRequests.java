package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.visit.ChangeVisit.Correction;
import io.crosscare.settlement.visit.ReplaceDiagnoses;
import io.crosscare.settlement.visit.UploadFeeLines;
import io.crosscare.settlement.visit.WithdrawFeeLines.Selection;
import io.crosscare.settlement.visit.model.Diagnosis;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitAct.Action;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What hospitals send to change a visit after its registration, and the checks that turn it into acts. */
final class VisitActRequests {

    private static final int REASON_MAX = 200;
    private static final int NUMBER_MAX = 64;
    private static final int NAME_MAX = 100;
    private static final int DEPARTMENT_MAX = 50;
    private static final int DOCTOR_MAX = 30;
    private static final String NO_TREATMENT = "NONE";
    private static final Pattern DIAGNOSIS = Pattern.compile("[A-Za-z0-9.*+/-]{1,20}");

    private VisitActRequests() {}

    /** An act of the caller now, under a key. */
    static VisitAct act(
            Action action,
            Caller caller,
            IdempotencyKey key,
            String reason,
            Clock clock,
            Consumer<CanonicalForm> content) {
        CanonicalForm form = new CanonicalForm("va1").text(action.name()).text(reason);
        content.accept(form);
        String whose = caller.requireHospital().value() + "/" + key.value();
        return act(action, caller, new Registration.Request(whose, form.hash()), reason, clock);
    }

    static VisitAct discharge(Caller caller, String reason, Clock clock) {
        return act(Action.DISCHARGED, caller, null, reason, clock);
    }

    static VisitAct diagnoses(Caller caller, Clock clock) {
        return act(Action.DIAGNOSES_REPLACED, caller, null, "", clock);
    }

    private static VisitAct act(
            Action action, Caller caller, Registration.@Nullable Request request, String reason, Clock clock) {
        return new VisitAct(
                action, request, clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject(), reason, List.of());
    }

    /** Whoever reads it later needs no numbers of persons, so what was pasted into it is cut out. */
    private static Checked<String> reasonIn(FieldChecks checks, @Nullable String reason) {
        return checks.text("reason", reason, REASON_MAX);
    }

    /**
     * What was said wrongly at the registration. What is left out stays as it is.
     *
     * @param reason 变更原因 · at most 200 characters; numbers of persons pasted into it are cut out
     * @param serviceType optional, 服务类别 · a stay and another visit do not turn into each other once there are lines or an end,
     *     {@link ServiceType}
     * @param startedOn optional, 入院或就诊日 · a day in China, not after today
     * @param endedOn optional, 出院日 · of a stay that was discharged; a day in China, not after today
     * @param cardKind optional, {@link CardKind}
     * @param visitNumber optional, 就诊号 · at most 64 characters
     * @param specialTreatment optional, 特殊治疗 · ST01 to ST18, or NONE where the visit is for none after all
     */
    record ChangeVisitRequest(
            @Nullable String reason,
            @Nullable String serviceType,
            @Nullable String startedOn,
            @Nullable String endedOn,
            @Nullable String cardKind,
            @Nullable String visitNumber,
            @Nullable String specialTreatment) {

        /** A correction and why. */
        record Change(Correction correction, String reason) {}

        Change toChange(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            Checked<String> why = reasonIn(checks, reason);
            Checked<ServiceType> service = checks.optionalOneOf("serviceType", serviceType, ServiceType.class);
            Checked<LocalDate> start = VisitRequests.optionalNotAfter(checks, "startedOn", startedOn, today);
            Checked<LocalDate> end = VisitRequests.optionalNotAfter(checks, "endedOn", endedOn, today);
            Checked<CardKind> card = checks.optionalOneOf("cardKind", cardKind, CardKind.class);
            Checked<String> number = checks.optionalText("visitNumber", visitNumber, NUMBER_MAX);
            boolean endsTreatment = NO_TREATMENT.equals(specialTreatment);
            Checked<String> treatment = checks.optional(
                    "specialTreatment",
                    endsTreatment ? null : specialTreatment,
                    "special-treatment",
                    Text.of("应为 ST01 至 ST18 或 NONE", "must be ST01 to ST18, or NONE"),
                    VisitRequests::treatment);
            checks.throwIfInvalid();
            Correction correction = new Correction(
                    service.orNull(),
                    start.orNull(),
                    end.orNull(),
                    card.orNull(),
                    number.orNull(),
                    treatment.orNull(),
                    endsTreatment);
            return new Change(correction, Masking.pastedText(why.value()));
        }

        void describe(CanonicalForm form) {
            form.optionalText(serviceType)
                    .optionalText(startedOn)
                    .optionalText(endedOn)
                    .optionalText(cardKind)
                    .optionalText(visitNumber)
                    .optionalText(specialTreatment);
        }
    }

    /**
     * Why a visit, or a discharge, is cancelled.
     *
     * @param reason 撤销原因 · at most 200 characters; numbers of persons pasted into it are cut out
     */
    record CancelVisitRequest(@Nullable String reason) {

        String toReason() {
            FieldChecks checks = new FieldChecks();
            Checked<String> why = reasonIn(checks, reason);
            checks.throwIfInvalid();
            return Masking.pastedText(why.value());
        }
    }

    /**
     * Which fee lines are withdrawn: by number, of a batch, or all that are not settled. One of the three.
     *
     * @param reason 撤销原因 · at most 200 characters; numbers of persons pasted into it are cut out
     * @param lineNumbers optional, 明细序号 · at most 5,000, each of a line that was uploaded; one that was withdrawn before may be
     *     named again
     * @param batch optional, 批次 · all of it; one that was uploaded
     * @param allUnsettled optional, 全部未结算明细 · true: all that are not settled
     */
    record WithdrawLinesRequest(
            @Nullable String reason,
            @Nullable List<@Nullable Long> lineNumbers,
            @Nullable String batch,
            @Nullable Boolean allUnsettled) {

        /** Lines and why they go. */
        record Withdrawing(Selection selection, String reason) {}

        Withdrawing toWithdrawing() {
            FieldChecks checks = new FieldChecks();
            Checked<String> why = reasonIn(checks, reason);
            boolean isAll = Boolean.TRUE.equals(allUnsettled);
            int ways = (lineNumbers == null ? 0 : 1) + (batch == null ? 0 : 1) + (isAll ? 1 : 0);
            if (ways != 1) {
                checks.reject(
                        "lineNumbers",
                        "one-of-three",
                        Text.of(
                                "须且只须给出明细序号、批次、全部未结算之一",
                                "one of line numbers, batch and all that is unsettled is given"));
            }
            Selection selection = selection(checks, isAll);
            checks.throwIfInvalid();
            return new Withdrawing(selection, Masking.pastedText(why.value()));
        }

        private Selection selection(FieldChecks checks, boolean isAll) {
            if (lineNumbers != null) {
                return new Selection.Numbers(numbers(checks));
            }
            if (batch != null && !isAll) {
                Checked<String> named =
                        checks.optional("batch", batch, "batch", VisitRequests.BATCH, VisitRequests::batchName);
                return new Selection.Batch(named.orElse(""));
            }
            return new Selection.Unsettled();
        }

        private List<Integer> numbers(FieldChecks checks) {
            List<Long> given = checks.list("lineNumbers", lineNumbers, UploadFeeLines.LINES_MAX)
                    .orElse(List.of());
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                Long number = checks.number("lineNumbers[" + i + "]", given.get(i), 1, Integer.MAX_VALUE)
                        .orNull();
                if (number != null) {
                    numbers.add(Math.toIntExact(number));
                }
            }
            return numbers;
        }

        void describe(CanonicalForm form) {
            List<@Nullable Long> numbers = lineNumbers == null ? List.of() : lineNumbers;
            form.number(numbers.size());
            numbers.forEach(number -> form.number(number == null ? 0 : number));
            form.optionalText(batch).flag(Boolean.TRUE.equals(allUnsettled));
        }
    }

    /**
     * The diagnoses of a visit, all of them; the order is the hospital's.
     *
     * @param diagnoses 诊断 · at most 50, one of them the main one
     */
    record DiagnosesRequest(@Nullable List<@Nullable DiagnosisRequest> diagnoses) {

        List<Diagnosis> toDiagnoses(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            Checked<List<DiagnosisRequest>> given = checks.list("diagnoses", diagnoses, ReplaceDiagnoses.DIAGNOSES_MAX);
            checks.throwIfInvalid();
            List<DiagnosisRequest> requests = given.value();
            List<DiagnosisChecks> checked = new ArrayList<>();
            Set<String> codes = new HashSet<>();
            int main = 0;
            for (int i = 0; i < requests.size(); i++) {
                String path = "diagnoses[" + i + "].";
                DiagnosisChecks one = DiagnosisChecks.of(checks, path, requests.get(i), today);
                checked.add(one);
                String code = one.code().orNull();
                if (code != null && !codes.add(code)) {
                    checks.reject(path + "code", "unique", Text.of("诊断代码重复", "occurs twice"));
                }
                main += one.type().orNull() == Diagnosis.Type.MAIN ? 1 : 0;
            }
            if (checks.isValid() && main != 1) {
                checks.reject("diagnoses", "one-main", Text.of("须有且只有一个主诊断", "must have one main diagnosis"));
            }
            checks.throwIfInvalid();
            return checked.stream().map(DiagnosisChecks::toDiagnosis).toList();
        }
    }

    /**
     * A diagnosis.
     *
     * @param code 诊断代码 · of the insurance's edition of ICD-10, at most 20 characters
     * @param name 诊断名称 · at most 100 characters
     * @param type 主次 · main or secondary, {@link Diagnosis.Type}
     * @param kind optional, 诊断类别 · WESTERN where it is left out, {@link Diagnosis.Kind}
     * @param diagnosedOn 诊断日期 · a day in China, not after today
     * @param department optional, 诊断科室 · at most 50 characters
     * @param doctorCode optional, 诊断医生编码 · national code, at most 30 characters
     */
    record DiagnosisRequest(
            @Nullable String code,
            @Nullable String name,
            @Nullable String type,
            @Nullable String kind,
            @Nullable String diagnosedOn,
            @Nullable String department,
            @Nullable String doctorCode) {}

    private record DiagnosisChecks(
            Checked<String> code,
            Checked<String> name,
            Checked<Diagnosis.Type> type,
            Checked<Diagnosis.Kind> kind,
            Checked<LocalDate> diagnosedOn,
            Checked<String> department,
            Checked<String> doctorCode) {

        static DiagnosisChecks of(FieldChecks checks, String path, DiagnosisRequest given, LocalDate today) {
            return new DiagnosisChecks(
                    checks.required(
                            path + "code",
                            given.code(),
                            "diagnosis-code",
                            Text.of("应为 1 至 20 位诊断代码", "must be a diagnosis code of 1 to 20 characters"),
                            VisitActRequests::diagnosisCode),
                    checks.text(path + "name", given.name(), NAME_MAX),
                    checks.oneOf(path + "type", given.type(), Diagnosis.Type.class),
                    checks.optionalOneOf(path + "kind", given.kind(), Diagnosis.Kind.class),
                    VisitRequests.notAfter(checks, path + "diagnosedOn", given.diagnosedOn(), today),
                    checks.optionalText(path + "department", given.department(), DEPARTMENT_MAX),
                    checks.optionalText(path + "doctorCode", given.doctorCode(), DOCTOR_MAX));
        }

        Diagnosis toDiagnosis() {
            return new Diagnosis(
                    code.value(),
                    name.value(),
                    type.value(),
                    kind.orElse(Diagnosis.Kind.WESTERN),
                    diagnosedOn.value(),
                    department.orNull(),
                    doctorCode.orNull());
        }
    }

    private static String diagnosisCode(String text) {
        if (!DIAGNOSIS.matcher(text).matches()) {
            throw new IllegalArgumentException("no diagnosis code");
        }
        return text;
    }
}
