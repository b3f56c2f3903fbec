package io.crosscare.registry.upload;

import io.crosscare.chassis.event.Topic;
import io.crosscare.registry.upload.model.Upload;
import java.time.Instant;

/**
 * How far a filing has come on its way to the upper platform, as {@code registry.filing-upload.v1} carries it. A filing that was
 * never on its way, because no platform is configured, has no such event.
 *
 * @param filingVersion 备案版本 · which version of the filing it is about
 * @param acceptedVersion 已收版本 · the last version that the platform has taken; 0 when it has none
 * @param state {@link io.crosscare.registry.upload.model.UploadState}
 */
public record PublishedUpload(
        String filingId, long filingVersion, long acceptedVersion, String state, Instant at, long version) {

    public static final Topic TOPIC = Topic.state("registry.filing-upload.v1");

    public static PublishedUpload of(Upload upload) {
        return new PublishedUpload(
                upload.recordId(),
                upload.recordVersion(),
                upload.acceptedVersion(),
                upload.state().name(),
                upload.at(),
                upload.version());
    }
}
