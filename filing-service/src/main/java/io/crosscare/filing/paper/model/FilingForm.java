package io.crosscare.filing.paper.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.filing.lodging.model.DoctorTitle;
import java.time.LocalDate;

/**
 * A form as it was filled in. Stamps that were abolished, of the employer and of the care region's agency, have no place on it
 * (N 备案手续).
 */
public sealed interface FilingForm {

    LocalDate signedOn();

    /**
     * 《异地就医联网结算登记表》: the person asks for direct settlement elsewhere.
     *
     * @param isSigned by the person, or by whoever acts for it
     * @param isStamped by the insured region's agency
     */
    record SettlementForm(boolean isSigned, boolean isStamped, LocalDate signedOn) implements FilingForm {}

    /**
     * 《转外就诊登记表》: a hospital says that the person has to be treated elsewhere.
     *
     * @param department of the hospital
     * @param diagnosis personal data
     * @param isSigned by the doctor
     * @param isStamped by the hospital's insurance office
     */
    record TransferForm(
            InstitutionCode institution,
            String department,
            String diagnosis,
            DoctorTitle doctorTitle,
            boolean isSigned,
            boolean isStamped,
            LocalDate signedOn)
            implements FilingForm {

        @Override
        public String toString() {
            return "TransferForm[…]";
        }
    }
}
