package io.crosscare.settlement.direct.model;

import io.crosscare.settlement.benefit.model.InsurancePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of other services' records this service had when it refused; what the owner was asked has renewed them just
 * before. Null and absent where there was no copy.
 *
 * @param plan the person's, as the copy has it
 */
public record DecidingCopies(
        @Nullable InsurancePlan plan,
        @Nullable Long institutionVersion,
        @Nullable Long personVersion,
        List<FilingVersion> filings) {

    public static final int FILINGS_MAX = 20;

    public DecidingCopies {
        filings = List.copyOf(filings);
    }

    /** A filing of the person. */
    public record FilingVersion(String id, long version) {}
}
