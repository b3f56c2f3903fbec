package io.crosscare.registry.web;

import io.crosscare.registry.upload.model.Upload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The upload of one record.
 *
 * @param kind {@link io.crosscare.registry.upload.model.UploadKind}
 * @param recordId 记录标识 · of the institution or filing
 * @param recordVersion 记录版本 · which version is to arrive
 * @param region 所属地区 · where the institution lies, or the person of the filing is insured
 * @param state {@link io.crosscare.registry.upload.model.UploadState}
 * @param dueSince 待传起始 · when this version became due, UTC
 * @param attempts 已传次数 · how often this version was sent
 * @param nextAttemptAt 下次上传时间 · UTC; absent when it is not sent again
 * @param reason 拒绝原因 · in the platform's words; absent unless it was refused
 */
record UploadResponse(
        String id,
        String kind,
        String recordId,
        long recordVersion,
        String region,
        String state,
        Instant dueSince,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        Instant at) {

    static UploadResponse of(Upload upload) {
        return new UploadResponse(
                upload.id(),
                upload.kind().name(),
                upload.recordId(),
                upload.recordVersion(),
                upload.region().value(),
                upload.state().name(),
                upload.dueSince(),
                upload.attempts(),
                upload.nextAttemptAt(),
                upload.reason(),
                upload.at());
    }
}
