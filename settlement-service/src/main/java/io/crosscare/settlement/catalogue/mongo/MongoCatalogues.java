package io.crosscare.settlement.catalogue.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.settlement.catalogue.CatalogueFacts;
import io.crosscare.settlement.catalogue.CatalogueVersion;
import io.crosscare.settlement.catalogue.StoredCatalogues;
import io.crosscare.settlement.document.PackedText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link StoredCatalogues}: the pieces of a text first, then the version, whose content hash is its {@code _id}. A publication that
 * breaks off leaves pieces that nobody sees and that the next one of the same content finds in place.
 */
public final class MongoCatalogues implements StoredCatalogues {

    private static final String ID = "_id";

    private final MongoCollection<VersionDocument> versions;
    private final Pieces pieces;
    private final Clock clock;

    public MongoCatalogues(MongoDatabase database, Clock clock) {
        this.versions = database.getCollection("catalogue_versions", VersionDocument.class);
        this.pieces = new Pieces(database, "catalogue_pieces");
        this.clock = clock;
    }

    @Override
    public Mono<CatalogueVersion> store(
            CatalogueFacts facts, int rows, PackedText document, @Nullable String publishedBy) {
        return find(document.hash()).switchIfEmpty(Mono.defer(() -> insert(facts, rows, document, publishedBy)));
    }

    private Mono<CatalogueVersion> insert(
            CatalogueFacts facts, int rows, PackedText document, @Nullable String publishedBy) {
        // As exact as the store keeps it, so that the answer is what will be read.
        CatalogueVersion version = new CatalogueVersion(
                document.hash(), facts, rows, clock.instant().truncatedTo(ChronoUnit.MILLIS), publishedBy);
        return takeOver(version, document).then(Mono.defer(() -> find(document.hash())));
    }

    @Override
    public Mono<Void> takeOver(CatalogueVersion earlier, PackedText document) {
        VersionDocument version = VersionDocument.of(earlier, document.pieces().size());
        return pieces.store(document.hash(), document.pieces())
                .then(Mono.defer(() -> Mono.from(versions.insertOne(version))))
                .then()
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.empty());
    }

    @Override
    public Flux<String> hashes() {
        return Flux.from(versions.withDocumentClass(BsonDocument.class).find().projection(Projections.include(ID)))
                .map(document -> document.getString(ID).getValue());
    }

    @Override
    public Mono<CatalogueVersion> find(String hash) {
        return stored(hash).map(VersionDocument::toVersion);
    }

    private Mono<VersionDocument> stored(String hash) {
        return Mono.from(versions.find(Filters.eq(ID, hash)).first());
    }

    @Override
    public Flux<byte[]> document(String hash) {
        return stored(hash).flatMapMany(version -> checked(hash, pieces.read(hash, version.pieces())));
    }

    private static Flux<byte[]> checked(String hash, Flux<byte[]> document) {
        return Flux.defer(() -> {
            MessageDigest digest = sha256();
            return document.doOnNext(digest::update).concatWith(Mono.defer(() -> {
                boolean isAsPublished =
                        HexFormat.of().formatHex(digest.digest()).equals(hash);
                return isAsPublished
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException(
                                "catalogue " + hash + " does not have the content of its hash"));
            }));
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
