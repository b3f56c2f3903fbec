package io.crosscare.local.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a copy of a document store says of itself.
 *
 * @param format of the copy, {@link #FORMAT} as far as this version knows
 * @param takenAt ISO instant at which copying began; everything that was answered before it is in the copy
 * @param lastFrame number of the last frame of the journal that the copy has; 0 when it has none
 * @param documents how many documents the copy holds, by {@code database.collection}
 */
public record CopyManifest(
        int format, String takenAt, long lastFrame, SequencedMap<String, Integer> documents, List<CopiedFile> files) {

    static final int FORMAT = 1;

    /**
     * One file of the copy.
     *
     * @param bytes its length
     * @param sha256 of its content, in lower-case hexadecimal
     */
    public record CopiedFile(String name, long bytes, String sha256) {}

    public CopyManifest {
        documents = Collections.unmodifiableSequencedMap(new TreeMap<>(documents));
        files = List.copyOf(files);
    }

    static CopyManifest of(String takenAt, long lastFrame, Map<String, Integer> documents, List<CopiedFile> files) {
        return new CopyManifest(FORMAT, takenAt, lastFrame, new TreeMap<>(documents), files);
    }

    /** All documents together. */
    public long documentCount() {
        return documents.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** All files together. */
    public long byteCount() {
        return files.stream().mapToLong(CopiedFile::bytes).sum();
    }
}
