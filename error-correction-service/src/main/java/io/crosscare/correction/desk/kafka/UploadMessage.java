package io.crosscare.correction.desk.kafka;

import io.crosscare.correction.desk.model.Fact.UploadStated;
import java.time.Instant;
import java.util.Objects;

/** The fields of {@code registry.filing-upload.v1}. */
record UploadMessage(
        String filingId, long filingVersion, long acceptedVersion, String state, Instant at, long version) {

    /**
     * What it tells of.
     *
     * @throws NullPointerException when it does not hold that
     */
    UploadStated toStated() {
        return new UploadStated(
                Objects.requireNonNull(filingId, "filingId"),
                filingVersion,
                acceptedVersion,
                Objects.requireNonNull(state, "state"),
                version,
                Objects.requireNonNull(at, "at"));
    }
}
