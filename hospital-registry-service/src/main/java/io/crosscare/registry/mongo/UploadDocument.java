package io.crosscare.registry.mongo;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadKind;
import io.crosscare.registry.upload.model.UploadState;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Public for the driver's record codec.
 *
 * @param waiting whether it is to be sent, now or later
 * @param pending whether its state is still to be published
 */
public record UploadDocument(
        @BsonId String id,
        String kind,
        String recordId,
        long recordVersion,
        long acceptedVersion,
        String province,
        String city,
        String region,
        String body,
        String state,
        Instant dueSince,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        long version,
        Instant at,
        boolean waiting,
        boolean pending) {

    static UploadDocument of(Upload upload) {
        return new UploadDocument(
                upload.id(),
                upload.kind().name(),
                upload.recordId(),
                upload.recordVersion(),
                upload.acceptedVersion(),
                upload.region().province().value(),
                upload.region().city().value(),
                upload.region().value(),
                upload.body(),
                upload.state().name(),
                upload.dueSince(),
                upload.attempts(),
                upload.nextAttemptAt(),
                upload.reason(),
                upload.version(),
                upload.at(),
                upload.isWaiting(),
                upload.kind() == UploadKind.FILING);
    }

    Upload toUpload() {
        return new Upload(
                UploadKind.valueOf(kind),
                recordId,
                recordVersion,
                acceptedVersion,
                new RegionCode(region),
                body,
                UploadState.valueOf(state),
                dueSince,
                attempts,
                nextAttemptAt,
                reason,
                version,
                at);
    }
}
