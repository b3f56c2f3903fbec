package io.crosscare.settlement.mapping.web;

import io.crosscare.settlement.mapping.KeepItemMapping.Kept;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local codes of an institution, page by page.
 *
 * @param rows 行数 · local codes in all
 * @param unmapped 未对应数 · local codes whose item is in no catalogue in force today
 * @param uploadedAt 上传时间 · UTC
 * @param uploadedBy 上传方 · the account
 * @param items 本页 · the local codes
 */
record ItemMappingResponse(
        String institutionCode,
        int rows,
        int unmapped,
        Instant uploadedAt,
        String uploadedBy,
        List<Row> items,
        @Nullable String nextCursor) {

    /**
     * A local code.
     *
     * @param localCode 院内编码 · the institution's own code
     * @param isMapped 是否对应 · whether its item is in a catalogue that is in force today
     */
    record Row(String localCode, String itemCode, boolean isMapped) {}

    /**
     * One page.
     *
     * @param onlyUnmapped whether only those that lead nowhere are wanted
     * @param after local codes that come later
     */
    static ItemMappingResponse page(Kept kept, boolean onlyUnmapped, @Nullable String after, int limit) {
        List<Row> oneMore = kept.mapping().itemCodes().entrySet().stream()
                .filter(pair -> after == null || pair.getKey().compareTo(after) > 0)
                .map(pair ->
                        new Row(pair.getKey(), pair.getValue(), !kept.unmapped().contains(pair.getKey())))
                .filter(row -> !onlyUnmapped || !row.isMapped())
                .limit(limit + 1L)
                .toList();
        List<Row> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
        return new ItemMappingResponse(
                kept.mapping().institution().value(),
                kept.mapping().itemCodes().size(),
                kept.unmapped().size(),
                kept.mapping().uploadedAt(),
                kept.mapping().uploadedBy(),
                shown,
                oneMore.size() > limit ? shown.getLast().localCode() : null);
    }
}
