package io.crosscare.settlement.eligibility.model;

/**
 * How far a filing has come on its way to the upper platform, which the hospitals of other provinces ask. A filing that was never
 * on its way, because the installation has no such platform, has none.
 *
 * @param acceptedVersion the last version of the filing that the platform has taken; 0 when it has none
 */
public record UploadFacts(String filingId, long acceptedVersion, long version) implements CopiedRecord {

    @Override
    public String recordId() {
        return filingId;
    }

    /** Whether the platform knows of the filing, be it in an earlier version. */
    public boolean hasArrived() {
        return acceptedVersion > 0;
    }
}
