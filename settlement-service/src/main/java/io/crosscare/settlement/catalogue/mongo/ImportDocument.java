package io.crosscare.settlement.catalogue.mongo;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.catalogue.CatalogueImport;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An import as it is stored; public for the driver's record codec. Its place orders the list. */
public record ImportDocument(
        @BsonId String id,
        String agencyRegion,
        String by,
        int rowsRead,
        long flaws,
        @Nullable String hash,
        int errorPieces,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        String place) {

    static ImportDocument of(CatalogueImport state) {
        return new ImportDocument(
                state.id(),
                state.agencyRegion().value(),
                state.by(),
                state.rowsRead(),
                state.flaws(),
                state.hash(),
                state.errorPieces(),
                state.startedAt(),
                state.updatedAt(),
                state.endedAt(),
                state.place());
    }

    CatalogueImport toImport() {
        return new CatalogueImport(
                id,
                new RegionCode(agencyRegion),
                by,
                rowsRead,
                flaws,
                hash,
                errorPieces,
                startedAt,
                updatedAt,
                endedAt);
    }
}
