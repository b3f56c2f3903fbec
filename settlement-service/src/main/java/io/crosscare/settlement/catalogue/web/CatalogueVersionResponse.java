package io.crosscare.settlement.catalogue.web;

import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.CatalogueVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published version of a catalogue, without its items.
 *
 * @param hash 目录标识 · SHA-256 of its document
 * @param title 标题 · for people
 * @param effectiveFrom 生效日 · first day in force, a day in China
 * @param mark 标记 · whether it is documented, of another year, or assumed: a sample
 * @param source 来源 · where it comes from
 * @param rows 项目数 · items it has
 * @param publishedBy 发布方 · the account; absent for what came with the service
 * @param importId 导入标识 · of the import that published it; only in the answer to that
 */
record CatalogueVersionResponse(
        String hash,
        String region,
        Wording title,
        LocalDate effectiveFrom,
        String mark,
        String source,
        int rows,
        Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable String importId) {

    static CatalogueVersionResponse of(CatalogueVersion version) {
        return of(version, null);
    }

    static CatalogueVersionResponse of(CatalogueVersion version, @Nullable String importId) {
        return new CatalogueVersionResponse(
                version.hash(),
                version.facts().region().value(),
                version.facts().title(),
                version.facts().effectiveFrom(),
                version.facts().confidence().word(),
                version.facts().source(),
                version.rows(),
                version.publishedAt(),
                version.publishedBy(),
                importId);
    }
}
