package io.crosscare.settlement.catalogue.mongo;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.CatalogueFacts;
import io.crosscare.settlement.catalogue.CatalogueVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue version as it is stored; public for the driver's record codec.
 *
 * @param confidence name of the {@link Confidence}
 * @param pieces how many hold its text
 */
public record VersionDocument(
        @BsonId String hash,
        String region,
        String titleZh,
        String titleEn,
        String effectiveFrom,
        String confidence,
        String source,
        int rows,
        int pieces,
        Instant publishedAt,
        @Nullable String publishedBy) {

    static VersionDocument of(CatalogueVersion version, int pieces) {
        CatalogueFacts facts = version.facts();
        return new VersionDocument(
                version.hash(),
                facts.region().value(),
                facts.title().zh(),
                facts.title().en(),
                facts.effectiveFrom().toString(),
                facts.confidence().name(),
                facts.source(),
                version.rows(),
                pieces,
                version.publishedAt(),
                version.publishedBy());
    }

    CatalogueVersion toVersion() {
        CatalogueFacts facts = new CatalogueFacts(
                new RegionCode(region),
                new Wording(titleZh, titleEn),
                LocalDate.parse(effectiveFrom),
                Confidence.valueOf(confidence),
                source);
        return new CatalogueVersion(hash, facts, rows, publishedAt, publishedBy);
    }
}
