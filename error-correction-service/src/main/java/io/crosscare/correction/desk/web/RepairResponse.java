package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.model.RepairRun;
import java.time.Instant;

/**
 * One time that something was repaired, or found to need no repair.
 *
 * @param repair 处理方式 · what was done, {@link io.crosscare.correction.desk.model.Repair}
 * @param at 处理时间 · UTC
 * @param outcome 处理结果 · what came of it, {@link RepairRun.Outcome}
 * @param detail 结果 · what was found, in a word for machines
 * @param automatic 是否自动 · whether the desk did it by itself
 */
record RepairResponse(String repair, Instant at, String outcome, String detail, boolean automatic) {

    static RepairResponse of(RepairRun run) {
        return new RepairResponse(run.repair().name(), run.at(), run.outcome().name(), run.detail(), run.isAutomatic());
    }
}
