package io.crosscare.filing.batch.web;

import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.Counts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of many rows and how far it has come. Holds counts alone.
 *
 * @param id 批次标识 · of the file as it was received
 * @param state {@link io.crosscare.filing.batch.model.BatchState}
 * @param by 操作方 · the account that sent it the latest time
 * @param rowsRead 已处理行数 · rows that have their result
 * @param added 新增 · rows of which something new was made
 * @param changed 变更 · rows that changed something known
 * @param kept 无变化 · rows that said nothing new
 * @param refused 未通过 · rows of which nothing was done
 * @param rowsPerSecond 速度 · rows in a second, since it was sent the latest time
 * @param sendings 发送次数 · how often the file has been sent so far
 * @param startedAt 开始时间 · when it was first sent, UTC
 * @param updatedAt 更新时间 · when the progress was last written, UTC
 * @param completedAt 完成时间 · when the last row had its result, UTC; absent before
 */
record BatchResponse(
        String id,
        String state,
        String agencyRegion,
        String by,
        long rowsRead,
        long added,
        long changed,
        long kept,
        long refused,
        long rowsPerSecond,
        int sendings,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant completedAt) {

    static BatchResponse of(Batch batch, Instant now) {
        Counts counts = batch.progress().counts();
        return new BatchResponse(
                batch.id().value(),
                batch.stateAt(now).name(),
                batch.agencyRegion().value(),
                batch.by(),
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.kept(),
                counts.refused(),
                batch.rowsPerSecond(),
                batch.sending(),
                batch.startedAt(),
                batch.updatedAt(),
                batch.completedAt());
    }
}
