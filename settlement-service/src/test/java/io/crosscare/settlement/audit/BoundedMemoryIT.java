package io.crosscare.settlement.audit;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.benefit.model.BenefitCalculation;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.chain.mongo.EntryForge;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.VisitLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Audits some 6,000 entries in a process with a heap of 32 MB that cannot hold them: many persons of five entries each, and one
 * with a thousand.
 */
@Execution(ExecutionMode.CONCURRENT)
class BoundedMemoryIT {

    private static final int PERSONS = 1_000;
    private static final int SETTLEMENTS_EACH = 4;
    private static final int SETTLEMENTS_OF_ONE = 1_000;
    private static final int ENTRIES = PERSONS * (SETTLEMENTS_EACH + 1) + SETTLEMENTS_OF_ONE + 1;
    private static final int WRITTEN_AT_ONCE = 500;
    private static final RandomIds IDS = RandomIds.secure();

    private final AuditedWorld world = new AuditedWorld(TestDatabase.with(MongoChain.indexes()));
    private final List<Entry> entries = new ArrayList<>();
    private final List<FrozenBill> bills = new ArrayList<>();
    private final List<Document> visits = new ArrayList<>();

    @Test
    void auditsMoreThanItCouldHold() throws IOException, InterruptedException {
        for (int i = 0; i < PERSONS; i++) {
            write(IDS.nextPersonId(), SETTLEMENTS_EACH);
        }
        write(IDS.nextPersonId(), SETTLEMENTS_OF_ONE);
        flush();

        Ended audit = audit();
        Ended holding = audit(AuditInSmallHeap.HOLDING);

        assertThat(audit.code()).as(audit.said()).isZero();
        assertThat(audit.said().lines())
                .contains("I9 HELD " + ENTRIES)
                .contains("I10 HELD " + (PERSONS * SETTLEMENTS_EACH + SETTLEMENTS_OF_ONE))
                .noneMatch(line -> line.startsWith("violated"));
        assertThat(holding.said())
                .as("the same in a process that holds all entries")
                .contains("OutOfMemoryError");
    }

    private record Ended(int code, String said) {}

    private Ended audit(String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AuditInSmallHeap.class.getName(),
                TestStores.mongoUri(),
                world.database.getName(),
                Entries.NOW.plus(Duration.ofHours(1)).toString()));
        command.addAll(List.of(more));
        Process audit = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(audit.waitFor(), said);
    }

    /** A credit, and settlements of visits of one line each. */
    private void write(PersonId person, int settlements) {
        Money credit = Money.ofFen(1_000);
        Head head = Head.empty(person);
        AccountCredit first = new AccountCredit(
                head.next(Entries.NOW, AccountCredit.deltaOf(credit)),
                Key.of(Entries.ZHENJIANG.value(), EntryKind.ACCOUNT_CREDIT, "credit"),
                ContentHash.of(new byte[1]),
                Entries.ZHENJIANG,
                credit);
        entries.add(first);
        head = Head.of(first);
        for (int i = 0; i < settlements; i++) {
            head = Head.of(settle(head, i));
            if (entries.size() >= WRITTEN_AT_ONCE) {
                flush();
            }
        }
    }

    private Settlement settle(Head head, int number) {
        VisitLine line = TestVisits.line(1, "1", 1_000 + number);
        FrozenBill bill = AuditedWorld.bill(List.of(line.line()), world.policy.hash(), world.catalogue.hash());
        CostSplit split = (CostSplit) BenefitCalculation.split(
                bill.bill(), world.policy.pack(), world.catalogue.catalogue(), head.counters());
        VisitId visit = new VisitId(IDS.next('v'));
        Settlement settlement = AuditedWorld.settlementOf(head, visit, "1", 0, Entries.key("k" + number), bill, split);
        entries.add(settlement);
        bills.add(bill);
        visits.add(new Document("_id", visit.value())
                .append(
                        "batches",
                        List.of(new Document("name", "1")
                                .append("settledBy", settlement.id().value())))
                .append("unpublished", List.of()));
        return settlement;
    }

    private void flush() {
        await(Mono.from(world.database
                .getCollection("entries", BsonDocument.class)
                .insertMany(EntryForge.documents(world.database, entries))));
        await(Mono.from(world.documents("visits").insertMany(visits)));
        await(Flux.fromIterable(bills)
                .flatMap(bill -> world.bills.keep(bill).thenReturn(1), 32)
                .count());
        entries.clear();
        bills.clear();
        visits.clear();
    }
}
