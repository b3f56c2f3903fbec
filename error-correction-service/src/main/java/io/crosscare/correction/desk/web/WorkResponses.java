package io.crosscare.correction.desk.web;

import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.deadline.model.Dues;
import io.crosscare.correction.desk.Authors;
import io.crosscare.correction.desk.model.Act;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Resolution;
import io.crosscare.correction.desk.model.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is answered about the work on cases. What people wrote was masked when it came in. */
final class WorkResponses {

    private WorkResponses() {}

    /**
     * With whom a case lies, and until when.
     *
     * @param level 办理层级 · {@link io.crosscare.correction.desk.model.Level}
     * @param office 办理单位 · code of the institution or of the agency's region
     * @param stage 办理环节 · {@link io.crosscare.correction.desk.model.Stage.Name}
     * @param sender 发函单位 · the office that writes to one outside the suite; only then
     * @param arrivedAt 到达时间 · when it came to the office, UTC
     * @param respondBy 接收时限 · when somebody is to have taken it, UTC; absent once it is done
     * @param resolveBy 办结时限 · when it is to be resolved or passed on, UTC; absent once it is done
     * @param dueAt 当前时限 · which of the two is next, UTC; absent once it is done
     * @param overdue 超时未办 · true where a deadline has passed and there is nobody to pass the case on to
     */
    record HandlingResponse(
            String level,
            String office,
            String stage,
            @Nullable String sender,
            Instant arrivedAt,
            @Nullable Instant respondBy,
            @Nullable Instant resolveBy,
            @Nullable Instant dueAt,
            boolean overdue) {

        static HandlingResponse of(Stage stage) {
            boolean isDone = stage instanceof Stage.Done;
            Dues dues = isDone ? null : stage.station().dues();
            Office office = stage.station().office();
            return new HandlingResponse(
                    office.level().name(),
                    office.code(),
                    stage.name().name(),
                    stage instanceof Stage.Outside outside ? outside.sender().code() : null,
                    stage.station().arrivedAt(),
                    dues == null ? null : dues.respondBy(),
                    dues == null ? null : dues.resolveBy(),
                    stage.dueAt().orElse(null),
                    !isDone && stage.station().isOverdue());
        }
    }

    /**
     * One act on a case.
     *
     * @param kind 动作 · {@link io.crosscare.correction.desk.model.Act.Kind}
     * @param at 时间 · when it was done, UTC
     * @param organisation 操作单位 · code of the institution or region; absent where time acted
     * @param account 操作账号 · which is no person's name; for the organisation's own people alone
     * @param fromOffice 原办理单位 · the office that had the case
     * @param toOffice 新办理单位 · the office it was passed to; absent where it stayed
     * @param reason 理由 · as it was given; numbers of persons are masked
     */
    record ActResponse(
            String kind,
            Instant at,
            @Nullable String organisation,
            @Nullable String account,
            String fromOffice,
            @Nullable String toOffice,
            @Nullable String reason) {

        static ActResponse of(Act act, Caller caller) {
            Author by = act.by();
            Office to = act.to();
            return new ActResponse(
                    act.kind().name(),
                    act.at(),
                    by == null ? null : by.organisation(),
                    by == null || !Authors.isOf(caller, by.organisation()) ? null : by.subject(),
                    act.from().code(),
                    to == null ? null : to.code(),
                    act.reason());
        }
    }

    /**
     * Somebody's word that nothing is left to do.
     *
     * @param at 办结时间 · when it was said, UTC
     * @param organisation 办结单位 · code of the institution or region
     * @param reason 办结说明 · as it was given; absent for the insured person
     */
    record ResolutionResponse(
            Instant at, String organisation, @Nullable String reason) {

        static ResolutionResponse of(Resolution resolution, boolean isReasonShown) {
            return new ResolutionResponse(
                    resolution.at(), resolution.by().organisation(), isReasonShown ? resolution.reason() : null);
        }
    }
}
