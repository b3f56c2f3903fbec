package io.crosscare.settlement.catalogue.web;

import io.crosscare.settlement.catalogue.CatalogueImport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to publish a catalogue.
 *
 * @param state {@link io.crosscare.settlement.catalogue.CatalogueImport.State}
 * @param by 操作方 · the account that sends it
 * @param rowsRead 已检查行数 · items checked so far
 * @param flaws 错误数 · flaws found so far
 * @param hash 目录标识 · of the published version; absent where there is none
 * @param startedAt 开始时间 · when it began to arrive, UTC
 * @param updatedAt 更新时间 · when the progress was last written, UTC
 * @param endedAt 结束时间 · when it was published or refused, UTC; absent before
 */
record CatalogueImportResponse(
        String id,
        String state,
        String agencyRegion,
        String by,
        int rowsRead,
        long flaws,
        @Nullable String hash,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt) {

    static CatalogueImportResponse of(CatalogueImport attempt, Instant now) {
        return new CatalogueImportResponse(
                attempt.id(),
                attempt.stateAt(now).name(),
                attempt.agencyRegion().value(),
                attempt.by(),
                attempt.rowsRead(),
                attempt.flaws(),
                attempt.hash(),
                attempt.startedAt(),
                attempt.updatedAt(),
                attempt.endedAt());
    }

    /**
     * One page of imports, the latest first.
     *
     * @param items 本页 · the imports
     */
    record Page(
            List<CatalogueImportResponse> items, @Nullable String nextCursor) {

        static Page of(List<CatalogueImport> oneMore, int limit, Instant now) {
            List<CatalogueImport> shown = oneMore.subList(0, Math.min(limit, oneMore.size()));
            return new Page(
                    shown.stream()
                            .map(attempt -> CatalogueImportResponse.of(attempt, now))
                            .toList(),
                    oneMore.size() > limit ? shown.getLast().place() : null);
        }
    }
}
