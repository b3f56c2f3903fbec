package io.crosscare.settlement.eligibility.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.settlement.eligibility.CopyRebuild;
import io.crosscare.settlement.eligibility.CopyRebuilds;
import java.time.Instant;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** {@link CopyRebuilds} in one document, which the next one replaces. */
public final class MongoCopyRebuilds implements CopyRebuilds {

    private static final String REBUILD = "rebuild";

    private final MongoCollection<CopyRebuildDocument> latest;

    public MongoCopyRebuilds(MongoDatabase database) {
        this.latest = database.getCollection("copy_rebuilds", CopyRebuildDocument.class);
    }

    @Override
    public Mono<CopyRebuild> latest() {
        return Mono.from(latest.find(Filters.eq("_id", CopyRebuildDocument.LATEST))
                        .first())
                .map(CopyRebuildDocument::toRebuild);
    }

    @Override
    public Mono<Boolean> begin(CopyRebuild rebuild, Instant now) {
        CopyRebuildDocument document = CopyRebuildDocument.of(rebuild);
        return latest().map(known -> known.isRunningAt(now)
                        ? Mono.just(false)
                        : Mono.from(latest.replaceOne(inPlaceOf(known.id()), document))
                                .map(result -> result.getMatchedCount() == 1))
                .defaultIfEmpty(Mono.from(latest.insertOne(document))
                        .thenReturn(true)
                        .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false)))
                .flatMap(begun -> begun);
    }

    @Override
    public Mono<Void> say(CopyRebuild rebuild) {
        return Mono.from(latest.replaceOne(inPlaceOf(rebuild.id()), CopyRebuildDocument.of(rebuild)))
                .then();
    }

    private static Document inPlaceOf(String rebuild) {
        return new Document("_id", CopyRebuildDocument.LATEST).append(REBUILD, rebuild);
    }
}
