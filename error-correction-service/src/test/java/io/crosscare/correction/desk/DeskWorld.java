package io.crosscare.correction.desk;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** The desk as it is wired, on fakes. */
public final class DeskWorld {

    public final MovingClock clock = new MovingClock(Facts.minute(60));
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final CorrectionCases cases = new FakeCorrectionCases();
    public final ScopeEntries entries = new FakeScopeEntries();
    public final AtomicInteger relayKicks = new AtomicInteger();
    public final AtomicInteger questionKicks = new AtomicInteger();

    final FakeNeighbours neighbours = new FakeNeighbours();
    final CaseMeters caseMeters = new CaseMeters(meters, clock);
    final ChangeCase changeCase = new ChangeCase(cases, caseMeters, relayKicks::incrementAndGet);
    final RecordRefusal recordRefusal =
            new RecordRefusal(entries, changeCase, caseMeters, questionKicks::incrementAndGet, clock);
    final RecordFiling recordFiling = new RecordFiling(cases, changeCase, clock);
    final AskNeighbours askNeighbours = new AskNeighbours(cases, neighbours, changeCase, caseMeters, clock);
    final CommentOnCase commentOnCase =
            new CommentOnCase(cases, changeCase, new BlindIndex(new byte[32]), RandomIds.secure(), clock);

    public final RecordEntry recordEntry = new RecordEntry(cases, entries, changeCase, clock);

    public CorrectionCase stored(CaseSubject subject) {
        return cases.find(subject.caseId()).blockOptional(Duration.ofSeconds(5)).orElseThrow();
    }

    CorrectionCase stored() {
        return stored(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING));
    }

    double counted(String name, String... tags) {
        return meters.counter(name, tags).count();
    }

    public RecordRefusal recordRefusal() {
        return recordRefusal;
    }

    public CommentOnCase commentOnCase() {
        return commentOnCase;
    }

    public RecordFiling recordFiling() {
        return recordFiling;
    }

    static void run(Mono<Void> work) {
        work.block(Duration.ofSeconds(5));
    }
}
