package io.crosscare.settlement.audit;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.mongo.MongoAuditedRecords;
import io.crosscare.settlement.catalogue.CatalogueShelf;
import io.crosscare.settlement.catalogue.mongo.MongoCatalogues;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.mongo.MongoStoredEntries;
import io.crosscare.settlement.direct.mongo.MongoStoredBills;
import io.crosscare.settlement.document.mongo.MongoDocuments;
import io.crosscare.settlement.intent.mongo.MongoStoredIntents;
import io.crosscare.settlement.policy.PolicyShelf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A process of its own that audits a store, so that a test can bound its memory. Prints what was checked, violations first. */
final class AuditInSmallHeap {

    static final String HOLDING = "holding";

    private AuditInSmallHeap() {}

    /**
     * Audits.
     *
     * @param arguments address of the store, database, and when the audit begins; with {@link #HOLDING} behind them it first
     *     takes all entries into memory, as an audit must not
     */
    public static void main(String[] arguments) {
        try (MongoClient client = MongoClients.create(arguments[0])) {
            MongoDatabase database = client.getDatabase(arguments[1]);
            List<Document> held = arguments.length > 3 && arguments[3].equals(HOLDING) ? all(database) : List.of();
            System.out.println("holding " + held.size());
            AuditRun run = new AuditRun(Instant.parse(arguments[2]));
            auditor(database).audit(run).block(Duration.ofMinutes(5));
            for (InvariantResult result : run.results()) {
                result.listed()
                        .forEach(violation -> System.out.println("violated " + violation.invariant() + " "
                                + violation.record() + " " + violation.detail().en()));
                System.out.println(result.invariant() + " " + result.state() + " " + result.checked());
            }
        }
    }

    private static List<Document> all(MongoDatabase database) {
        return Objects.requireNonNull(
                Flux.from(database.getCollection("entries").find())
                        .collectList()
                        .block(Duration.ofMinutes(1)));
    }

    private static Auditor auditor(MongoDatabase database) {
        Scheduler worker = Schedulers.newSingle("audit", true);
        StoredEntries entries = new MongoStoredEntries(database, worker);
        return new Auditor(
                new Auditor.Sources(
                        entries,
                        new MongoStoredBills(database, worker),
                        new MongoStoredIntents(database),
                        new MongoAuditedRecords(database),
                        persons -> heads(entries, persons),
                        new NothingCopied(),
                        () -> new PolicyShelf(new MongoDocuments(database, "policies", Clock.systemUTC())),
                        () -> new CatalogueShelf(new MongoCatalogues(database, Clock.systemUTC()))),
                worker,
                Duration.ofMillis(100),
                Duration.ofSeconds(1));
    }

    /** A desk that has heard everything. */
    private static Flux<ProjectedHeads.ProjectedHead> heads(StoredEntries entries, List<String> persons) {
        return Flux.fromIterable(persons)
                .concatMap(person -> entries.lastSeq(person)
                        .flatMapMany(last -> entries.byIds(List.of(person + ":%010d".formatted(last))))
                        .map(stored -> new ProjectedHeads.ProjectedHead(person, stored.seq(), stored.hash())));
    }
}
