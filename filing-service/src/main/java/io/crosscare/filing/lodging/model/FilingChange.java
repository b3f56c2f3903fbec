package io.crosscare.filing.lodging.model;

import io.crosscare.chassis.time.ChinaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in the history of a filing.
 *
 * @param by the principal's subject
 * @param from the day it counts from; null where it is no matter of days
 * @param fields what it changed; none where it changed nothing, or nobody kept what it changed
 */
public record FilingChange(
        Action action,
        Instant at,
        String by,
        @Nullable String reason,
        @Nullable LocalDate from,
        List<FieldDifference> fields) {

    /** What was done. */
    public enum Action {
        /** 办理 · lodged, in force at once. */
        LODGED,
        /** 提交 · handed in for review. */
        SUBMITTED,
        /** 审核通过 · accepted. */
        ACCEPTED,
        /** 审核不通过 · rejected. */
        REJECTED,
        /** 变更 · the last day was changed. */
        CHANGED,
        /** 被替换 · another filing took its place. */
        REPLACED,
        /** 撤销 · withdrawn. */
        WITHDRAWN,
        /** 补充材料 · the promised papers were brought. */
        SUPPLEMENTED,
        /** 承诺失效 · the agency let the promise lapse. */
        LAPSED,
        /** 特殊治疗确认 · the treatment was confirmed, or corrected. */
        TREATMENT_CONFIRMED,
        /** 特殊治疗不予确认 · the treatment was not confirmed. */
        TREATMENT_REFUSED;

        /** Whether a filing begins with it. */
        boolean isFirst() {
            return this == LODGED || this == SUBMITTED;
        }

        /** Whether it decided on the special treatment. */
        public boolean isOnTreatment() {
            return this == TREATMENT_CONFIRMED || this == TREATMENT_REFUSED;
        }
    }

    public FilingChange {
        fields = List.copyOf(fields);
    }

    public FilingChange(Action action, Instant at, String by, @Nullable String reason, @Nullable LocalDate from) {
        this(action, at, by, reason, from, List.of());
    }

    public FilingChange(Action action, Instant at, String by, @Nullable String reason) {
        this(action, at, by, reason, null);
    }

    /** The same step, and what it changed. */
    FilingChange changing(List<FieldDifference> differences) {
        return new FilingChange(action, at, by, reason, from, differences);
    }

    /**
     * The same step in the history of a filing with that first day: what is lodged or handed in counts from it, also where the
     * step was stored without one.
     */
    public FilingChange ofFilingFrom(LocalDate firstDay) {
        return action.isFirst() && from == null ? new FilingChange(action, at, by, reason, firstDay, fields) : this;
    }

    /** The same without the words somebody chose and without what it changed. */
    public FilingChange withoutReason() {
        return new FilingChange(action, at, by, null, from);
    }

    /** Whether it counts for days that had passed when it was done. */
    public boolean isBackdated() {
        LocalDate day = from;
        return day != null && day.isBefore(LocalDate.ofInstant(at, ChinaTime.ZONE));
    }
}
