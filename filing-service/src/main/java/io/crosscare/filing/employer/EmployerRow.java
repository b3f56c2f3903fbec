package io.crosscare.filing.employer;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.lodging.LodgeFilingCommand;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A filing an employer asks for: who, and what. {@code toString} shows nothing of it. */
record EmployerRow(Who who, What what) {

    /**
     * Whom it is for: by one of the numbers at least, and whatever else is given has to be that person's.
     *
     * @param name compared where it is given
     */
    record Who(
            RegionCode insuredRegion,
            @Nullable PersonNumber personNumber,
            @Nullable IdentityNumber identityNumber,
            @Nullable PersonName name) {}

    /** What is asked for. */
    record What(
            FilingCategory category,
            RegionCode careRegion,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {

        LodgeFilingCommand toCommand(PersonId person) {
            return new LodgeFilingCommand(
                    person, category, careRegion, from, to, FilingChannel.EMPLOYER_PLATFORM, reason);
        }
    }

    @Override
    public String toString() {
        return "EmployerRow[…]";
    }
}
