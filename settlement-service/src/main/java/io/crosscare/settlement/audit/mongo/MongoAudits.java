package io.crosscare.settlement.audit.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.settlement.audit.Audits;
import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.State;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Audits} as one document each. Numbers are dense, so that of two begun at once one is refused. */
public final class MongoAudits implements Audits {

    private static final String AUDITS = "audits";
    private static final String STATE = "state";
    private static final String NUMBER = "number";
    private static final String REQUEST_KEY = "requestKey";
    private static final Bson LATEST_FIRST = Sorts.descending(NUMBER);

    private final MongoCollection<AuditDocument> audits;

    public MongoAudits(MongoDatabase database) {
        this.audits = database.getCollection(AUDITS, AuditDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(Index.unique(AUDITS, NUMBER), Index.unique(AUDITS, REQUEST_KEY), Index.on(AUDITS, STATE));
    }

    @Override
    public Mono<Audit> find(String id) {
        return one(Filters.eq("_id", id));
    }

    @Override
    public Mono<Audit> byRequest(String requestKey) {
        return one(Filters.eq(REQUEST_KEY, requestKey));
    }

    @Override
    public Flux<Audit> running() {
        return Flux.from(audits.find(Filters.eq(STATE, AuditDocument.RUNNING))).map(AuditDocument::toAudit);
    }

    /** There is one audit a night and a few more, so that looking at all of them is cheap. */
    @Override
    public Mono<Audit> last() {
        return Mono.from(audits.find().sort(LATEST_FIRST).limit(1)).map(AuditDocument::toAudit);
    }

    @Override
    public Mono<Audit> lastFinished() {
        Bson finished = Filters.in(STATE, State.HELD.name(), State.VIOLATED.name());
        return Mono.from(audits.find(finished).sort(LATEST_FIRST).limit(1)).map(AuditDocument::toAudit);
    }

    @Override
    public Mono<Boolean> begin(Audit audit) {
        return Mono.from(audits.insertOne(AuditDocument.of(audit)))
                .thenReturn(true)
                .onErrorResume(DuplicateKey::isIn, _ -> Mono.just(false));
    }

    @Override
    public Mono<Boolean> replaceRunning(Audit audit) {
        Document whileItRuns = new Document("_id", audit.id()).append(STATE, AuditDocument.RUNNING);
        return Mono.from(audits.replaceOne(whileItRuns, AuditDocument.of(audit)))
                .map(result -> result.getMatchedCount() == 1);
    }

    private Mono<Audit> one(Bson filter) {
        return Mono.from(audits.find(filter).limit(1)).map(AuditDocument::toAudit);
    }
}
