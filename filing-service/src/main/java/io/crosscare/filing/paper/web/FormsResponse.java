package io.crosscare.filing.paper.web;

import io.crosscare.filing.paper.model.FilingForm;
import io.crosscare.filing.paper.model.KeptForm;
import io.crosscare.filing.paper.web.PaperRequests.FormKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a filing.
 *
 * @param items 登记表 · in the order they came; the last of a kind counts
 */
record FormsResponse(List<FormResponse> items) {

    /**
     * A form as it was filled in.
     *
     * @param number 序号 · within the filing, from 1
     * @param kind {@link FormKind}
     * @param title 表名 · as people know it
     * @param signed 是否签字 · by the person or whoever acts for it; on the transfer form by the doctor
     * @param stamped 是否盖章 · by the insured region's agency; on the transfer form by the hospital's insurance office
     * @param signedOn 签字日 · day of the signature, a day in China
     * @param institutionCode 转出医院 · the hospital that refers; absent on the other form
     * @param department 科室 · of the hospital; absent on the other form
     * @param diagnosis 诊断 · for the agency and the person; absent on the other form
     * @param doctorTitle 医生职称 · absent on the other form, {@link io.crosscare.filing.lodging.model.DoctorTitle}
     * @param addedAt 提交时间 · when, UTC
     * @param addedBy 提交方 · the account that brought it
     */
    record FormResponse(
            int number,
            String kind,
            String title,
            boolean signed,
            boolean stamped,
            LocalDate signedOn,
            @Nullable String institutionCode,
            @Nullable String department,
            @Nullable String diagnosis,
            @Nullable String doctorTitle,
            Instant addedAt,
            String addedBy) {

        static FormResponse of(KeptForm kept) {
            return switch (kept.form()) {
                case FilingForm.SettlementForm form ->
                    new FormResponse(
                            kept.number(),
                            FormKind.SETTLEMENT_FORM.name(),
                            "异地就医联网结算登记表",
                            form.isSigned(),
                            form.isStamped(),
                            form.signedOn(),
                            null,
                            null,
                            null,
                            null,
                            kept.addedAt(),
                            kept.by());
                case FilingForm.TransferForm form ->
                    new FormResponse(
                            kept.number(),
                            FormKind.TRANSFER_FORM.name(),
                            "转外就诊登记表",
                            form.isSigned(),
                            form.isStamped(),
                            form.signedOn(),
                            form.institution().value(),
                            form.department(),
                            form.diagnosis(),
                            form.doctorTitle().name(),
                            kept.addedAt(),
                            kept.by());
            };
        }
    }

    static FormsResponse of(List<KeptForm> forms) {
        return new FormsResponse(forms.stream().map(FormResponse::of).toList());
    }
}
