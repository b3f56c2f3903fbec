package io.crosscare.correction.report.model;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import java.time.Instant;

/**
 * Something attached to a case, without its content.
 *
 * @param number from 1, within the case
 * @param sizeBytes of the content
 */
public record Attachment(CaseId caseId, int number, AttachmentKind kind, int sizeBytes, Instant at, Author by) {

    public static final int SIZE_BYTES_MAX = 700_000;
    public static final int PER_CASE_MAX = 10;

    public Attachment {
        if (number < 1 || number > PER_CASE_MAX || sizeBytes < 1 || sizeBytes > SIZE_BYTES_MAX) {
            throw new IllegalArgumentException("a case has at most ten attachments of at most 700 kB");
        }
    }

    /** The same in another place. */
    public Attachment numbered(int place) {
        return new Attachment(caseId, place, kind, sizeBytes, at, by);
    }
}
