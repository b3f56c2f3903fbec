package io.crosscare.settlement.invoice.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.chain.model.Settlement;
import java.util.Optional;

/**
 * An invoice (发票).
 *
 * @param number the institution's own; another institution may have the same
 */
public record Invoice(InstitutionCode institution, String number) {

    /** What a settlement pays, where it says so. */
    public static Optional<Invoice> of(Settlement settlement) {
        return Optional.ofNullable(settlement.invoiceNumber())
                .map(number -> new Invoice(settlement.care().institution(), number));
    }

    /** Its name in the register. */
    public String id() {
        return institution.value() + "/" + number;
    }
}
