package io.crosscare.filing.lodging.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of filings.
 *
 * @param items 本页 · the filings
 */
record FilingsResponse(List<FilingResponse> items, @Nullable String nextCursor) {

    /** The page of so many filings, made from one more if there is one. */
    static FilingsResponse page(List<FilingResponse> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new FilingsResponse(oneMore, null);
        }
        List<FilingResponse> items = List.copyOf(oneMore.subList(0, limit));
        return new FilingsResponse(items, items.getLast().id());
    }
}
