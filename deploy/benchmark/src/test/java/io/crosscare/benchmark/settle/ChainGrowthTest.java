package io.crosscare.benchmark.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.mongo.Indexes;
import io.crosscare.local.store.DocumentStore;
import io.crosscare.settlement.audit.model.ChainAudit;
import io.crosscare.settlement.audit.model.ChainReport;
import io.crosscare.settlement.audit.model.Evidence;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.chain.mongo.MongoStoredEntries;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** On a document store as the suite has it, read with the rules of the auditor. */
@TestInstance(Lifecycle.PER_CLASS)
class ChainGrowthTest {

    private static final RandomIds IDS = new RandomIds(new Random(7));

    private final DocumentStore store;
    private final MongoClient client;
    private final MongoDatabase settlement;
    private final ChainGrowth growth;

    ChainGrowthTest(@TempDir Path folder) throws IOException {
        store = DocumentStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        settlement = client.getDatabase("settlement");
        growth = new ChainGrowth(URI.create(store.uri()), Clock.systemUTC());
    }

    @BeforeAll
    void makeIndexes() {
        new Indexes(MongoChain.indexes()).create(settlement).block();
    }

    @AfterAll
    void close() throws IOException {
        growth.close();
        client.close();
        store.close();
    }

    @Test
    void makesChainsThatTheAuditorHasNothingAgainst() {
        List<String> persons = List.of(IDS.next('p'), IDS.next('p'), IDS.next('p'));
        AtomicInteger told = new AtomicInteger();
        long before = growth.entries();

        growth.grow(persons, 40, told::incrementAndGet);

        assertThat(told).hasValue(120);
        assertThat(growth.entries() - before).isEqualTo(120);
        for (String person : persons) {
            ChainReport report = audited(person);
            assertThat(report.lastSeq()).isEqualTo(40);
            assertThat(violated(report)).isEmpty();
            assertThat(report.tally().of(Invariant.I9).checked()).isEqualTo(40);
        }
    }

    @Test
    void wouldHearFromTheAuditorOfAnEntryThatWasChanged() {
        String person = IDS.next('p');
        growth.grow(List.of(person), 20, () -> {});

        Mono.from(settlement
                        .getCollection("entries")
                        .updateOne(
                                Filters.eq("_id", new EntryId(new PersonId(person), 11).value()),
                                Updates.set("amountFen", 7L)))
                .block();

        assertThat(violated(audited(person))).isNotEmpty();
    }

    @Test
    void goesOnWhereTheChainEnds() {
        String person = IDS.next('p');

        growth.grow(List.of(person), 5, () -> {});
        growth.grow(List.of(person), 32, () -> {});

        Head head = head(person);
        assertThat(head.seq()).isEqualTo(32);
        assertThat(head.counters().value(Counter.ACCOUNT.word())).isEqualTo(32_000_000);
        assertThat(violated(audited(person))).isEmpty();
    }

    @Test
    void leavesTheHeadAndHowFarItWasFollowed() {
        String person = IDS.next('p');

        growth.grow(List.of(person), 50, () -> {});

        Document noted = found(settlement, "heads", person);
        Document followed = found(client.getDatabase("correction"), "settlement_heads", person);
        String hash = head(person).hash().value();
        assertThat(noted.getLong("s")).isEqualTo(50);
        assertThat(noted.getString("hash")).isEqualTo(hash);
        assertThat(followed.getLong("seq")).isEqualTo(50);
        assertThat(followed.getString("hash")).isEqualTo(hash);
    }

    @Test
    void complainsOfAChainThatIsLongerThanWanted() {
        String person = IDS.next('p');
        growth.grow(List.of(person), 9, () -> {});

        assertThatThrownBy(() -> growth.grow(List.of(person), 8, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the chain has 9 entries");
    }

    private Head head(String person) {
        return Objects.requireNonNull(
                new MongoChain(settlement).head(new PersonId(person)).block());
    }

    private ChainReport audited(String person) {
        StoredEntries entries = new MongoStoredEntries(settlement, Schedulers.immediate());
        ChainExtent extent = Objects.requireNonNull(Flux.range(0, entries.buckets())
                .concatMap(entries::chainsIn)
                .filter(found -> found.person().equals(person))
                .blockLast());
        List<String> ids = extent.seqs().stream()
                .map(seq -> new EntryId(new PersonId(person), seq).value())
                .toList();
        ChainAudit audit = new ChainAudit(extent);
        Flux.from(entries.byIds(ids))
                .doOnNext(stored -> audit.next(stored, Evidence.NONE))
                .blockLast();
        return audit.end();
    }

    private static List<Invariant> violated(ChainReport report) {
        return Arrays.stream(Invariant.values())
                .filter(invariant -> report.tally().of(invariant).violated() > 0)
                .toList();
    }

    private static Document found(MongoDatabase database, String collection, String person) {
        return Objects.requireNonNull(
                Mono.from(database.getCollection(collection).find(Filters.eq("_id", person)))
                        .block());
    }
}
