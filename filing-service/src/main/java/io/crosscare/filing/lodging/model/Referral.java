package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.id.InstitutionCode;
import java.time.LocalDate;

/**
 * A hospital's word that a person has to be treated elsewhere: the transfer form (《转外就诊登记表》).
 *
 * @param signedOn day of the doctor's signature
 * @param isStamped by the hospital's insurance office
 */
public record Referral(
        InstitutionCode institution,
        InstitutionLevel level,
        DoctorTitle doctorTitle,
        LocalDate signedOn,
        boolean isStamped) {}
