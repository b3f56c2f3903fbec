package io.crosscare.settlement.catalogue.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.catalogue.CatalogueImport;
import io.crosscare.settlement.catalogue.CatalogueImports;
import io.crosscare.settlement.document.PackedText;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link CatalogueImports}: a document each, the list of flaws in pieces, a receipt for each key. */
public final class MongoCatalogueImports implements CatalogueImports {

    private static final String IMPORTS = "catalogue_imports";
    private static final String AGENCY = "agencyRegion";
    private static final String PLACE = "place";

    private final MongoCollection<ImportDocument> imports;
    private final MongoCollection<ReceiptDocument> receipts;
    private final Pieces errors;

    public MongoCatalogueImports(MongoDatabase database) {
        this.imports = database.getCollection(IMPORTS, ImportDocument.class);
        this.receipts = database.getCollection("catalogue_receipts", ReceiptDocument.class);
        this.errors = new Pieces(database, "catalogue_errors");
    }

    public static List<Index> indexes() {
        return List.of(Index.on(IMPORTS, AGENCY));
    }

    @Override
    public Mono<Void> write(CatalogueImport state) {
        return Mono.defer(() -> Mono.from(imports.replaceOne(
                        Filters.eq("_id", state.id()), ImportDocument.of(state), new ReplaceOptions().upsert(true))))
                .then();
    }

    @Override
    public Mono<CatalogueImport> find(String id) {
        return Mono.from(imports.find(Filters.eq("_id", id)).first()).map(ImportDocument::toImport);
    }

    @Override
    public Flux<CatalogueImport> list(RegionCode agencyRegion, @Nullable String before, int limit) {
        Document filter = new Document(AGENCY, agencyRegion.value());
        if (before != null) {
            filter.append(PLACE, new Document("$lt", before));
        }
        return Flux.from(imports.find(filter).sort(Sorts.descending(PLACE)).limit(limit))
                .map(ImportDocument::toImport);
    }

    @Override
    public Mono<Void> keepErrors(String id, PackedText errorFile) {
        return errors.store(id, errorFile.pieces());
    }

    @Override
    public Flux<byte[]> errors(CatalogueImport of) {
        return errors.read(of.id(), of.errorPieces());
    }

    @Override
    public Mono<Claim> claim(RegionCode agencyRegion, String key, String hash) {
        String id = agencyRegion.value() + "/" + key;
        return Mono.defer(() -> Mono.from(receipts.insertOne(new ReceiptDocument(id, hash))))
                .thenReturn(Claim.TAKEN)
                .onErrorResume(
                        DuplicateKey::isIn,
                        _ -> Mono.from(receipts.find(Filters.eq("_id", id)).first())
                                .map(found -> found.hash().equals(hash) ? Claim.SAME : Claim.OTHER));
    }
}
