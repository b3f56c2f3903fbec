package io.crosscare.filing.batch.web;

import io.crosscare.filing.batch.model.Batch;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of files, the latest first.
 *
 * @param items 本页 · the files
 */
record BatchesResponse(List<BatchResponse> items, @Nullable String nextCursor) {

    /** The page of so many, made from one more if there is one. */
    static BatchesResponse page(List<Batch> oneMore, int limit, Instant now) {
        List<Batch> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new BatchesResponse(
                shown.stream().map(batch -> BatchResponse.of(batch, now)).toList(),
                oneMore.size() > limit ? shown.getLast().place().value() : null);
    }
}
