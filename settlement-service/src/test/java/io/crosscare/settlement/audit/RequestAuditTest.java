package io.crosscare.settlement.audit;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.settlement.audit.RequestAudit.Requested;
import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.Failed;
import io.crosscare.settlement.audit.model.Audit.Failure;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** Who may begin an audit and when, on a store that cannot be read. */
class RequestAuditTest {

    /** 03:20 in China. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-24T19:20:00Z"));

    private final InMemoryAudits audits = new InMemoryAudits();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger wakes = new AtomicInteger();
    private final RunAudits here = instance(meters);
    private final RequestAudit requestAudit =
            new RequestAudit(audits, here, wakes::incrementAndGet, RandomIds.secure(), clock);
    private final ScheduleAudits schedule = new ScheduleAudits(requestAudit, LocalTime.of(3, 30), clock);

    @Test
    void refusesASecondAuditWhileOneRuns() {
        Audit first = ((Requested.Begun) await(requestAudit.request("ops/one"))).audit();

        assertThat(await(requestAudit.request("ops/two"))).isEqualTo(new Requested.Busy(first));
        assertThat(await(requestAudit.request("ops/one"))).isEqualTo(new Requested.Replayed(first));
        assertThat(wakes).hasValue(1);
    }

    @Test
    void endsAnAuditWhoseProcessIsSilentBeforeBeginningAnother() {
        Audit first = ((Requested.Begun) await(requestAudit.request("ops/one"))).audit();
        clock.advance(RunAudits.SILENT_MAX.plusSeconds(1));

        Requested second = await(requestAudit.request("ops/two"));

        assertThat(second)
                .isInstanceOfSatisfying(
                        Requested.Begun.class,
                        begun -> assertThat(begun.audit().number()).isEqualTo(2));
        assertThat(await(audits.find(first.id())).course())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.INTERRUPTED));
    }

    @Test
    void saysThatAnAuditFailedOfAStoreThatCannotBeRead() {
        Audit audit = ((Requested.Begun) await(requestAudit.request("ops/one"))).audit();

        here.turn().block(Duration.ofSeconds(5));

        assertThat(await(audits.find(audit.id())).course())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.ERROR));
        assertThat(meters.get("crosscare.audit.failures")
                        .tag("failure", "ERROR")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("crosscare.audit.last.run").gauge().value()).isNaN();
    }

    @Test
    void tellsOfAnAuditThatAnotherInstanceRan() {
        SimpleMeterRegistry there = new SimpleMeterRegistry();
        Audit audit = ((Requested.Begun) await(requestAudit.request("ops/one"))).audit();
        InvariantResult violated = new InvariantResult(Invariant.I3, 9, 2, List.of(), null);
        await(audits.replaceRunning(audit.ended(clock.instant().plusSeconds(7), audit.progress(), List.of(violated))));

        instance(there).turn().block(Duration.ofSeconds(5));

        assertThat(there.get("crosscare.audit.violations")
                        .tag("invariant", "I3")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(there.get("crosscare.audit.last.duration").gauge().value()).isEqualTo(7);
    }

    @Test
    void beginsOneAuditANightWhateverTheInstances() {
        assertThat(begunByTurn()).isZero();

        clock.advance(Duration.ofMinutes(15));
        assertThat(begunByTurn()).isEqualTo(1);
        here.turn().block(Duration.ofSeconds(5));
        assertThat(begunByTurn()).isEqualTo(1);

        clock.advance(Duration.ofHours(2));
        assertThat(begunByTurn()).isEqualTo(1);

        clock.advance(Duration.ofHours(22));
        assertThat(begunByTurn()).isEqualTo(2);
    }

    private long begunByTurn() {
        schedule.turn().block(Duration.ofSeconds(5));
        return await(audits.last().map(Audit::number).defaultIfEmpty(0L));
    }

    private RunAudits instance(SimpleMeterRegistry counted) {
        Auditor auditor = new Auditor(
                UnreadableStore.sources(), Schedulers.immediate(), Duration.ofMillis(1), Duration.ofMillis(1));
        return new RunAudits(audits, auditor, new AuditMeters(counted), RandomIds.secure(), clock);
    }
}
