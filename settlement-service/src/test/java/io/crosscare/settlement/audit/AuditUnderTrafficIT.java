package io.crosscare.settlement.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.audit.ProjectedHeads.ProjectedHead;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.mongo.EntryForge;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.intent.mongo.MongoIntents;
import io.crosscare.settlement.visit.mongo.MongoVisits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** An audit of a store that is written to meanwhile, and of events that are still on their way. */
class AuditUnderTrafficIT {

    private static final PersonId ANNA = AuditedWorld.person('a');
    private static final int AUDITS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AuditedWorld world = new AuditedWorld(
            TestDatabase.with(Stream.of(MongoChain.indexes(), MongoVisits.indexes(), MongoIntents.indexes())
                    .flatMap(List::stream)
                    .toList()));

    @Test
    void findsNothingWrongWithWhatIsJustBeingDone() {
        AtomicInteger audits = new AtomicInteger();
        CompletableFuture<Void> traffic = CompletableFuture.runAsync(() -> {
            do {
                for (char letter = 'a'; letter < 'f'; letter++) {
                    PersonId person = AuditedWorld.person(letter);
                    world.credit(person, 10_000);
                    Settlement settlement = world.settle(person, 30_000);
                    world.cancel(settlement);
                }
            } while (audits.get() < AUDITS);
        });

        for (int i = 0; i < AUDITS; i++) {
            List<InvariantResult> results = world.audit(world, PATIENCE);
            audits.incrementAndGet();

            assertThat(results).allSatisfy(result -> assertThat(result.listed()).isEmpty());
        }
        traffic.join();
    }

    @Test
    void waitsForAnEventThatIsStillOnItsWay() {
        world.credit(ANNA, 10_000);
        world.settle(ANNA, 30_000);
        AtomicInteger questions = new AtomicInteger();
        ProjectedHeads late = persons -> questions.incrementAndGet() > 4
                ? world.of(persons)
                : world.of(persons).map(head -> new ProjectedHead(head.person(), 1, "0".repeat(64)));

        List<InvariantResult> results = world.audit(late, PATIENCE);

        assertThat(results).allSatisfy(result -> assertThat(result.listed()).isEmpty());
        assertThat(questions).hasValue(5);
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        world.settle(ANNA, 30_000);
        AtomicInteger questions = new AtomicInteger();
        ProjectedHeads never = _ -> Flux.defer(() -> {
            questions.incrementAndGet();
            return Flux.empty();
        });

        List<InvariantResult> results = world.audit(never, AuditedWorld.PAUSE.multipliedBy(3));

        assertThat(of(results, Invariant.I8).violated()).isEqualTo(1);
        assertThat(questions).hasValue(4);
    }

    @Test
    void saysWhatItCouldNotCheckAndStillNamesWhatIsWrong() {
        Settlement settlement = world.settle(ANNA, 30_000);
        world.delete("bills", settlement.basis().billHash());
        ProjectedHeads silent =
                _ -> Flux.error(ProblemException.peerUnavailable("correction", Duration.ofSeconds(1), null));

        List<InvariantResult> results = world.audit(silent, PATIENCE);

        assertThat(of(results, Invariant.I8).state()).isEqualTo(InvariantResult.State.UNCHECKED);
        assertThat(of(results, Invariant.I8).unchecked()).isNotNull();
        assertThat(of(results, Invariant.I10).listed()).singleElement().satisfies(violation -> {
            assertThat(violation.record()).isEqualTo(settlement.id().value());
        });
    }

    @Test
    void countsAllViolationsAndListsTheFirst() {
        for (int i = 0; i < 25; i++) {
            Settlement settlement = world.settle(ANNA, 30_000 + i);
            world.delete("bills", settlement.basis().billHash());
        }

        InvariantResult result = of(world.audit(), Invariant.I10);

        assertThat(result.violated()).isEqualTo(25);
        assertThat(result.listed()).hasSize(20);
    }

    @Test
    void namesEachGapOnceHoweverWideItIs() {
        Link first = world.credit(ANNA, 10_000).link();
        Link far = new Link(
                ANNA,
                EntryId.SEQ_MAX,
                ContentHash.of(new byte[1]),
                first.recordedAt(),
                first.after(),
                AccountCredit.deltaOf(Money.ofFen(20_000)));
        world.forge(ANNA).append(EntryForge.with(Entries.credit(Head.empty(ANNA), "far"), far));

        InvariantResult result = of(world.audit(), Invariant.I9);

        assertThat(result.listed())
                .anySatisfy(violation -> assertThat(violation.record()).isEqualTo(ANNA.value() + ":0000000002"));
        assertThat(result.violated()).isEqualTo(1);
    }

    private static InvariantResult of(List<InvariantResult> results, Invariant invariant) {
        return results.stream()
                .filter(result -> result.invariant() == invariant)
                .findFirst()
                .orElseThrow();
    }
}
