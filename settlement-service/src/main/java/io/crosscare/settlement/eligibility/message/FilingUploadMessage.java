package io.crosscare.settlement.eligibility.message;

import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.util.Objects;

/** A filing's way to the upper platform as the registry publishes it ({@code registry.filing-upload.v1}). */
public record FilingUploadMessage(String filingId, long acceptedVersion, long version) implements CopiedMessage {

    @Override
    public UploadFacts toFacts() {
        return new UploadFacts(Objects.requireNonNull(filingId, "filingId"), acceptedVersion, version);
    }
}
