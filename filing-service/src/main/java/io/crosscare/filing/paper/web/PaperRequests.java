package io.crosscare.filing.paper.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.paper.model.FilingForm;
import io.crosscare.filing.paper.model.Scan;
import java.time.LocalDate;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Papers as they are brought. */
final class PaperRequests {

    private static final int DEPARTMENT_LENGTH_MAX = 60;
    private static final int DIAGNOSIS_LENGTH_MAX = 200;
    private static final Pattern MATERIAL = Pattern.compile("[A-Z][A-Z_]{2,39}");
    private static final Text MATERIAL_CODE =
            Text.of("应为备案规则中的材料代码", "must be the code of a material of the filing rules");
    private static final Text BASE64 = Text.of("应为 Base64 编码", "must be Base64");
    private static final Text TOO_LONG = Text.of("文件不得超过 700 kB", "must be a file of at most 700 kB");
    private static final Text FUTURE = Text.of("不得晚于今天", "must not lie in the future");
    private static final Text NOT_ON_THIS_FORM = Text.of("该表没有此项", "is not on this form");

    private PaperRequests() {}

    /** The forms there are. */
    enum FormKind {
        /** 《异地就医联网结算登记表》 · the person asks for direct settlement elsewhere. */
        SETTLEMENT_FORM,
        /** 《转外就诊登记表》 · a hospital says that the person has to be treated elsewhere. */
        TRANSFER_FORM
    }

    /**
     * A scan of a paper.
     *
     * @param material 材料代码 · which paper it is, as the filing rules name it
     * @param content 文件内容 · a JPEG, PNG or PDF of at most 700 kB, as Base64
     */
    record ScanRequest(@Nullable String material, @Nullable String content) {

        CheckedScan check() {
            FieldChecks checks = new FieldChecks();
            var code = checks.required("material", material, "material", MATERIAL_CODE, PaperRequests::codeOf);
            var bytes = checks.required(
                    "content",
                    content,
                    "base64",
                    BASE64,
                    given -> Base64.getDecoder().decode(given));
            byte[] decoded = bytes.orElse(new byte[0]);
            if (decoded.length > Scan.SIZE_BYTES_MAX) {
                checks.reject("content", "size", TOO_LONG);
            }
            checks.throwIfInvalid();
            return new CheckedScan(code.value(), Base64.getEncoder().encodeToString(decoded));
        }

        @Override
        public String toString() {
            return "ScanRequest[…]";
        }
    }

    /** A scan that keeps every rule of form. */
    record CheckedScan(String material, String base64) {}

    /**
     * A form as it was filled in.
     *
     * @param kind {@link FormKind}
     * @param signed 是否签字 · by the person or whoever acts for it; on the transfer form by the doctor
     * @param stamped 是否盖章 · by the insured region's agency; on the transfer form by the hospital's insurance office
     * @param signedOn 签字日 · day of the signature, a day in China
     * @param institutionCode optional, 转出医院 · on the transfer form: the hospital that refers
     * @param department optional, 科室 · on the transfer form, at most 60 characters
     * @param diagnosis optional, 诊断 · on the transfer form, at most 200 characters; stored encrypted
     * @param doctorTitle optional, 医生职称 · on the transfer form, {@link DoctorTitle}
     */
    record FormRequest(
            @Nullable String kind,
            @Nullable Boolean signed,
            @Nullable Boolean stamped,
            @Nullable String signedOn,
            @Nullable String institutionCode,
            @Nullable String department,
            @Nullable String diagnosis,
            @Nullable String doctorTitle) {

        FilingForm check(LocalDate today) {
            FieldChecks checks = new FieldChecks();
            var form = checks.oneOf("kind", kind, FormKind.class);
            checks.flag("signed", signed);
            checks.flag("stamped", stamped);
            var day = checks.date("signedOn", signedOn);
            LocalDate given = day.orNull();
            if (given != null && given.isAfter(today)) {
                checks.reject("signedOn", "not-in-future", FUTURE);
            }
            FormKind known = form.orNull();
            if (known == null) {
                checks.throwIfInvalid();
            }
            return known == FormKind.TRANSFER_FORM ? transferForm(checks) : settlementForm(checks);
        }

        private FilingForm settlementForm(FieldChecks checks) {
            rejectIfGiven(checks, "institutionCode", institutionCode);
            rejectIfGiven(checks, "department", department);
            rejectIfGiven(checks, "diagnosis", diagnosis);
            rejectIfGiven(checks, "doctorTitle", doctorTitle);
            checks.throwIfInvalid();
            return new FilingForm.SettlementForm(isTrue(signed), isTrue(stamped), dayOf(signedOn));
        }

        private FilingForm transferForm(FieldChecks checks) {
            var institution = checks.institution("institutionCode", institutionCode);
            var plainDepartment = checks.text("department", department, DEPARTMENT_LENGTH_MAX);
            var plainDiagnosis = checks.text("diagnosis", diagnosis, DIAGNOSIS_LENGTH_MAX);
            var title = checks.oneOf("doctorTitle", doctorTitle, DoctorTitle.class);
            checks.throwIfInvalid();
            return new FilingForm.TransferForm(
                    institution.value(),
                    plainDepartment.value(),
                    plainDiagnosis.value(),
                    title.value(),
                    isTrue(signed),
                    isTrue(stamped),
                    dayOf(signedOn));
        }

        /** What the request says, for its receipt. */
        String said() {
            return String.join(
                    "|",
                    String.valueOf(kind),
                    String.valueOf(signed),
                    String.valueOf(stamped),
                    String.valueOf(signedOn),
                    String.valueOf(institutionCode),
                    String.valueOf(department),
                    String.valueOf(diagnosis),
                    String.valueOf(doctorTitle));
        }

        private static void rejectIfGiven(FieldChecks checks, String field, @Nullable String value) {
            if (value != null) {
                checks.reject(field, "not-on-this-form", NOT_ON_THIS_FORM);
            }
        }

        private static boolean isTrue(@Nullable Boolean given) {
            return Boolean.TRUE.equals(given);
        }

        private static LocalDate dayOf(@Nullable String given) {
            return LocalDate.parse(String.valueOf(given));
        }

        @Override
        public String toString() {
            return "FormRequest[…]";
        }
    }

    private static String codeOf(String given) {
        if (!MATERIAL.matcher(given).matches()) {
            throw new IllegalArgumentException("no code of a material");
        }
        return given;
    }
}
