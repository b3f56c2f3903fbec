package io.crosscare.filing.batch;

/** How the rows of a file are written. */
public enum RowFormat {
    CSV("text/csv"),
    NDJSON("application/x-ndjson");

    private final String mediaType;

    RowFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As the content type names it. */
    public String mediaType() {
        return mediaType;
    }
}
