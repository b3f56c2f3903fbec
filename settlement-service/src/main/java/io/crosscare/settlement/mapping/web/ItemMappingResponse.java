package io.crosscare.settlement.mapping.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.mapping.KeepItemMapping.Kept;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The local codes of an institution, page by page.
 *
 * @param rows 行数 · local codes in all
 * @param unmapped 未对应数 · local codes whose item the catalogue of the care region does not list today
 * @param uploadedAt 上传时间 · UTC; absent where nothing was uploaded
 * @param uploadedBy 上传方 · the account; absent where nothing was uploaded
 * @param items 本页 · the local codes
 */
record ItemMappingResponse(
        String institutionCode,
        int rows,
        int unmapped,
        @Nullable Instant uploadedAt,
        @Nullable String uploadedBy,
        List<Row> items,
        @Nullable String nextCursor) {

    /**
     * A local code.
     *
     * @param localCode 院内编码 · the institution's own code
     * @param isMapped 是否对应 · whether the catalogue of the care region lists its item today
     */
    record Row(String localCode, String itemCode, boolean isMapped) {}

    /** Of an institution that has uploaded no codes. */
    static ItemMappingResponse none(InstitutionCode institution) {
        return new ItemMappingResponse(institution.value(), 0, 0, null, null, List.of(), null);
    }

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
