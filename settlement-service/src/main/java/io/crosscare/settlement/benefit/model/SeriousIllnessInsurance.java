package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 大病保险: pays a share of the year's burden above a start, by bands without gaps, the last of them open.
 *
 * @param start where the first band begins
 * @param bands from the start upwards
 */
public record SeriousIllnessInsurance(Figure<Money> start, Figure<List<RatioBand>> bands) {

    public SeriousIllnessInsurance {
        @Nullable Money expected = start.value();
        for (RatioBand band : bands.value()) {
            if (!band.above().equals(expected)) {
                throw new IllegalArgumentException("bands leave a gap or overlap at " + band.above());
            }
            Money upTo = band.upTo();
            if (upTo != null && upTo.compareTo(band.above()) <= 0) {
                throw new IllegalArgumentException("a band ends where it begins or before, at " + upTo);
            }
            expected = upTo;
        }
        if (expected != null) {
            throw new IllegalArgumentException("the last band must be open");
        }
    }
}
