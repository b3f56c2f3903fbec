package io.crosscare.correction.report.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.PastedText;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.report.ReportByHand.Told;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the window said to a patient. {@code toString} shows nothing of it.
 *
 * @param personId optional, 参保人标识 · left out where the suite does not find the person
 * @param visitId optional, 就诊标识 · left out where there is no visit yet
 * @param batch optional, 费用批次 · of an outpatient visit
 * @param reason optional, 原因代码 · the reason code the window showed; {@code REPORTED_BY_HAND} where left out
 * @param insuredRegion 参保地 · as the card says: six digits of GB/T 2260
 * @param careRegion 就医地 · of the hospital that reports: its own region, or the province or city around it; six digits of GB/T 2260
 * @param serviceType 服务类别 · kind of care, in capital letters
 * @param serviceDate 就诊日 · a day in China
 * @param errorText 报错信息 · as it was shown, at most 2,000 characters; numbers of persons are masked before it is
 *     stored; names are not, so leave them out
 * @param cardSeen 是否见卡 · whether the card was shown at the counter
 * @param identitySeen 是否见证件 · whether the identity document was shown
 * @param cardNumber optional, 卡号 · as it stands on the card; stored encrypted
 * @param identityNumber optional, 证件号码 · as it stands in the document; stored encrypted
 */
record ReportRequest(
        @Nullable String personId,
        @Nullable String visitId,
        @Nullable String batch,
        @Nullable String reason,
        @Nullable String insuredRegion,
        @Nullable String careRegion,
        @Nullable String serviceType,
        @Nullable String serviceDate,
        @Nullable String errorText,
        @Nullable Boolean cardSeen,
        @Nullable Boolean identitySeen,
        @Nullable String cardNumber,
        @Nullable String identityNumber) {

    private static final int NUMBER_LENGTH_MAX = 64;
    private static final Pattern VISIT_FORM = Pattern.compile("v[a-z2-7]{26}");
    private static final Pattern BATCH_FORM = Pattern.compile("[A-Za-z0-9._-]{1,16}");
    private static final Pattern SERVICE_FORM = Pattern.compile("[A-Z][A-Z_]{1,39}");
    private static final Text VISIT = Text.of("不是有效的就诊标识", "must be a visit id");
    private static final Text BATCH =
            Text.of("应为 1 至 16 位字母、数字、点、横线或下划线", "must be 1 to 16 letters, digits, dots, dashes or underscores");
    private static final Text SERVICE = Text.of("应为大写字母和下划线", "must be capital letters and underscores");
    private static final Text NOT_OWN = Text.of("应为本机构所在地", "must be the region of the hospital that reports");
    private static final Text REASON = Text.of("应为大写字母和下划线组成的原因代码", "must be a reason code in capital letters");

    Told check(Caller.Hospital hospital) {
        FieldChecks checks = new FieldChecks();
        var person = checks.optionalPersonId("personId", personId);
        var visit = checks.optional("visitId", visitId, "visit-id", VISIT, given -> matching(VISIT_FORM, given));
        var ofBatch = checks.optional("batch", batch, "batch", BATCH, given -> matching(BATCH_FORM, given));
        var because = checks.optional("reason", reason, "reason", REASON, Reason::new);
        var insured = checks.region("insuredRegion", insuredRegion);
        var care = checks.region("careRegion", careRegion);
        RegionCode region = care.orNull();
        if (region != null && !region.contains(hospital.institution().codeRegion())) {
            checks.reject("careRegion", "own-region", NOT_OWN);
        }
        var service = checks.required(
                "serviceType", serviceType, "service-type", SERVICE, given -> matching(SERVICE_FORM, given));
        var day = checks.date("serviceDate", serviceDate);
        var text = checks.required("errorText", errorText, "text", PastedText.RULE, PastedText::parse);
        var isCardSeen = checks.flag("cardSeen", cardSeen);
        var isIdentitySeen = checks.flag("identitySeen", identitySeen);
        var card = checks.optionalText("cardNumber", cardNumber, NUMBER_LENGTH_MAX);
        var identity = checks.optionalText("identityNumber", identityNumber, NUMBER_LENGTH_MAX);
        checks.throwIfInvalid();
        return new Told(
                hospital.institution(),
                hospital.subject(),
                person.orNull(),
                visit.orNull(),
                ofBatch.orNull(),
                because.orElse(Reason.REPORTED_BY_HAND),
                insured.value(),
                care.value(),
                service.value(),
                day.value(),
                text.value(),
                isCardSeen.value(),
                isIdentitySeen.value(),
                card.orNull(),
                identity.orNull());
    }

    private static String matching(Pattern form, String given) {
        if (!form.matcher(given).matches()) {
            throw new IllegalArgumentException("not of that form");
        }
        return given;
    }

    @Override
    public String toString() {
        return "ReportRequest[…]";
    }
}
