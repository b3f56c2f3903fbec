package io.crosscare.correction.report.model;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked at what is masked elsewhere: who, when and what for. Never what was seen.
 *
 * @param attachment its number; null where the numbers of the reports were looked at
 * @param reason with every number of a person cut out
 * @param traceId joins it with the log lines of the request; null outside a trace
 */
public record Disclosure(
        CaseId caseId,
        Instant at,
        Author by,
        @Nullable Integer attachment,
        String reason,
        @Nullable String traceId) {}
