package io.crosscare.settlement.interruption.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.chassis.observability.Arrival;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.interruption.Interruptions;
import io.crosscare.settlement.interruption.model.Interruption;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * {@link Interruptions}: the place in the person's sequence is part of {@code _id}, so that each is taken once. The place is read
 * before the last of the same scope and cause is, so whoever did not see that one finds its place taken.
 */
public final class MongoInterruptions implements Interruptions {

    private static final String INTERRUPTIONS = "interruptions";
    private static final String PERSON = "p";
    private static final String SEQ = "s";
    private static final String ABOUT = "about";
    private static final String PENDING = "pending";
    private static final int ATTEMPTS_MAX = 8;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final MongoCollection<InterruptionDocument> interruptions;

    public MongoInterruptions(MongoDatabase database) {
        this.interruptions = database.getCollection(INTERRUPTIONS, InterruptionDocument.class);
    }

    public static List<Index> indexes() {
        return List.of(
                Index.on(INTERRUPTIONS, PERSON), Index.on(INTERRUPTIONS, ABOUT), Index.on(INTERRUPTIONS, PENDING));
    }

    @Override
    public Mono<Boolean> record(Interruption interruption) {
        return Mono.defer(() -> lastSeq(interruption.person()))
                .flatMap(last -> isTold(interruption)
                        .flatMap(isTold -> isTold ? Mono.just(false) : insert(interruption, last + 1)))
                .retryWhen(Retry.backoff(ATTEMPTS_MAX - 1, PAUSE).jitter(0.75).filter(DuplicateKey::isIn));
    }

    private Mono<Long> lastSeq(PersonId person) {
        return last(PERSON, person.value()).map(InterruptionDocument::s).defaultIfEmpty(0L);
    }

    private Mono<Boolean> isTold(Interruption interruption) {
        return last(ABOUT, interruption.about())
                .map(last -> interruption.isToldBy(last.at()))
                .defaultIfEmpty(false);
    }

    private Mono<InterruptionDocument> last(String field, String value) {
        return Mono.from(interruptions
                .find(Filters.eq(field, value))
                .sort(Sorts.descending(SEQ))
                .limit(1));
    }

    private Mono<Boolean> insert(Interruption interruption, long seq) {
        return Mono.deferContextual(context -> Mono.from(interruptions.insertOne(InterruptionDocument.of(
                        interruption, seq, Arrival.in(context).orElse(null)))))
                .thenReturn(true);
    }

    @Override
    public Mono<Interruption> ofRegistration(VisitId name) {
        return last(ABOUT, Interruption.aboutRegistration(name))
                .map(document -> document.toStored().interruption());
    }

    @Override
    public Flux<StoredInterruption> unpublished(int limit) {
        return Flux.from(interruptions
                        .find(Filters.eq(PENDING, true))
                        .sort(Sorts.ascending(PERSON, SEQ))
                        .limit(limit))
                .map(InterruptionDocument::toStored);
    }

    @Override
    public Mono<Void> published(String id) {
        return Mono.from(interruptions.updateOne(Filters.eq("_id", id), Updates.set(PENDING, false)))
                .then();
    }

    @Override
    public Mono<Void> allUnpublished() {
        return Mono.from(interruptions.updateMany(Filters.eq(PENDING, false), Updates.set(PENDING, true)))
                .then();
    }
}
