package io.crosscare.correction.desk;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a desk asks for, by the work on them; what is null decides nothing.
 *
 * @param office code of the office that has them
 * @param region insured or care region, or one that contains it
 * @param openedBefore whose first refusal was recorded before that
 * @param dueBefore whose present deadline is before that; what is done has none
 * @param cause as last diagnosed
 */
public record WorkFilter(
        @Nullable Level level,
        Stage.@Nullable Name stage,
        @Nullable String office,
        @Nullable RegionCode region,
        @Nullable Instant openedBefore,
        @Nullable Instant dueBefore,
        @Nullable Cause cause) {

    /** Of any cause. */
    public WorkFilter(
            @Nullable Level level,
            Stage.@Nullable Name stage,
            @Nullable String office,
            @Nullable RegionCode region,
            @Nullable Instant openedBefore,
            @Nullable Instant dueBefore) {
        this(level, stage, office, region, openedBefore, dueBefore, null);
    }

    public static final WorkFilter NONE = new WorkFilter(null, null, null, null, null, null);

    /** Whether the case is one of these. */
    public boolean matches(CorrectionCase one) {
        Stage now = one.file().handling().stage();
        Refusal first = one.file().firstRefusal();
        return (level == null || level == now.station().office().level())
                && (stage == null || stage == now.name())
                && (office == null || office.equals(now.station().office().code()))
                && (region == null || region.contains(first.insuredRegion()) || region.contains(first.careRegion()))
                && (openedBefore == null || first.refusedAt().isBefore(openedBefore))
                && (dueBefore == null
                        || now.dueAt().filter(due -> due.isBefore(dueBefore)).isPresent())
                && (cause == null || cause == one.file().work().cause());
    }
}
