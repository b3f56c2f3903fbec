package io.crosscare.benchmark.settle;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.benchmark.load.People;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.chain.AppendOutcome;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.intent.model.Intent;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes chains long without a request for each entry: account credits, computed and appended by settlement-service's own
 * classes on the suite's document store. Leaves the head that the service notes on its way, and at the correction desk how far
 * the chain was followed, for a credit has no other effect there. Nobody may have asked the service for these chains before, for
 * it remembers where they ended; the next entry has to come through a door, so that its event is published.
 */
final class ChainGrowth implements AutoCloseable {

    private static final String SETTLEMENT = "settlement";
    private static final String ENTRIES = "entries";
    private static final String CORRECTION = "correction";
    private static final String FOLLOWED = "settlement_heads";
    private static final RegionCode REGION = new RegionCode(People.INSURED_REGION);
    private static final Money CREDIT = Money.ofFen(1_000_000);
    private static final String WHO = "benchmark";
    private static final int PERSONS_IN_FLIGHT = 4;
    private static final int ENTRIES_IN_FLIGHT = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final MongoClient client;
    private final MongoDatabase settlement;
    private final MongoDatabase correction;
    private final Chain chain;
    private final Clock clock;

    ChainGrowth(URI store, Clock clock) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.toString()))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(PERSONS_IN_FLIGHT * ENTRIES_IN_FLIGHT))
                .readConcern(ReadConcern.MAJORITY)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .build());
        this.settlement = client.getDatabase(SETTLEMENT);
        this.correction = client.getDatabase(CORRECTION);
        this.chain = new MongoChain(settlement);
        this.clock = clock;
    }

    /**
     * Appends until the chain of each of these persons has this many entries; the chains must be shorter, and nobody else may
     * append to them meanwhile.
     *
     * @param appended told of each entry
     */
    void grow(List<String> persons, long length, Runnable appended) {
        Flux.fromIterable(persons)
                .map(PersonId::new)
                .flatMap(person -> grow(person, length, appended), PERSONS_IN_FLIGHT)
                .then()
                .block(PATIENCE);
    }

    /** Entries in the store, as it counts them. */
    long entries() {
        Long count = Mono.from(settlement.getCollection(ENTRIES).estimatedDocumentCount())
                .block(PATIENCE);
        return count == null ? 0 : count;
    }

    private Mono<Void> grow(PersonId person, long length, Runnable appended) {
        return chain.head(person)
                .flatMapMany(begin -> entries(begin, length))
                .flatMap(this::append, ENTRIES_IN_FLIGHT)
                .doOnNext(_ -> appended.run())
                .then(Mono.defer(() -> chain.head(person)))
                .flatMap(head -> head.seq() == length
                        ? followed(head)
                        : Mono.error(new IllegalStateException(
                                "结算链为 %d 条 / the chain has %d entries".formatted(head.seq(), head.seq()))));
    }

    /** What comes behind a head, each entry on the one before, none of them stored yet. */
    private Flux<Entry> entries(Head begin, long length) {
        return Flux.generate(() -> begin, (head, sink) -> {
            if (head.seq() >= length) {
                sink.complete();
                return head;
            }
            Instant now = clock.instant();
            Key key = Key.of(REGION.value(), EntryKind.ACCOUNT_CREDIT, WHO + "-" + (head.seq() + 1));
            Entry entry = new Intent(
                            head.person(),
                            REGION,
                            key,
                            new Intent.Content.CreditContent(CREDIT),
                            "压力测试",
                            WHO,
                            now,
                            null)
                    .entryOn(head, now, null);
            sink.next(entry);
            return Head.of(entry);
        });
    }

    private Mono<Entry> append(Entry entry) {
        return chain.append(entry).map(outcome -> {
            if (outcome instanceof AppendOutcome.Appended(Entry stored)) {
                return stored;
            }
            throw new IllegalStateException(
                    "写入未成 not appended: " + outcome.getClass().getSimpleName());
        });
    }

    private Mono<Void> followed(Head head) {
        String person = head.person().value();
        Document document = new Document("_id", person)
                .append("seq", head.seq())
                .append("hash", head.hash().value());
        return Mono.from(correction
                        .getCollection(FOLLOWED)
                        .replaceOne(Filters.eq("_id", person), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    @Override
    public void close() {
        client.close();
    }
}
