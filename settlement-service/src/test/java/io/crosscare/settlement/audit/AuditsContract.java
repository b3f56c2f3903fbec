package io.crosscare.settlement.audit;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.Failure;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Progress;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Wording;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every {@link Audits} does. */
public abstract class AuditsContract {

    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03.004Z");
    private static final Progress HALF_WAY = new Progress(Progress.Stage.CHAINS, 512, 10, 40, 0, 0);

    protected abstract Audits audits();

    @Test
    void findsWhatWasBegunByIdAndByRequest() {
        Audit audit = begun("a1", 1, "ops/one");

        assertThat(await(audits().find("a1"))).isEqualTo(audit);
        assertThat(await(audits().byRequest("ops/one"))).isEqualTo(audit);
        assertThat(await(audits().running().single())).isEqualTo(audit);
        audits().find("a2").as(StepVerifier::create).verifyComplete();
        audits().byRequest("ops/two").as(StepVerifier::create).verifyComplete();
    }

    @Test
    void beginsOneAuditPerNumberAndPerRequest() {
        begun("a1", 1, "ops/one");

        assertThat(await(audits().begin(Audit.begun("a2", 1, "ops/two", "i1", NOW))))
                .isFalse();
        assertThat(await(audits().begin(Audit.begun("a3", 2, "ops/one", "i1", NOW))))
                .isFalse();
        assertThat(await(audits().begin(Audit.begun("a4", 2, "ops/two", "i1", NOW))))
                .isTrue();
        assertThat(await(audits().last()).id()).isEqualTo("a4");
    }

    @Test
    void keepsResultsAsTheyWereFound() {
        Violation violation = Violation.of(Invariant.I4, "p1:0000000001", "差一分", "one fen off");
        InvariantResult violated = new InvariantResult(Invariant.I4, 7, 1, List.of(violation), null);
        InvariantResult unchecked =
                new InvariantResult(Invariant.I8, 3, 0, List.of(), new Wording("没有答复", "no answer"));
        Audit ended = begun("a1", 1, "ops/one").ended(NOW.plusSeconds(5), HALF_WAY, List.of(violated, unchecked));

        assertThat(await(audits().replaceRunning(ended))).isTrue();

        assertThat(await(audits().find("a1"))).isEqualTo(ended);
        assertThat(await(audits().lastFinished())).isEqualTo(ended);
        audits().running().as(StepVerifier::create).verifyComplete();
    }

    @Test
    void leavesAloneWhatHasEnded() {
        Audit audit = begun("a1", 1, "ops/one");
        Audit interrupted = audit.seen(NOW.plusSeconds(1), HALF_WAY).failed(NOW.plusSeconds(2), Failure.INTERRUPTED);
        await(audits().replaceRunning(interrupted));

        assertThat(await(audits().replaceRunning(audit.seen(NOW.plusSeconds(3), HALF_WAY))))
                .isFalse();

        assertThat(await(audits().find("a1"))).isEqualTo(interrupted);
        audits().lastFinished().as(StepVerifier::create).verifyComplete();
    }

    private Audit begun(String id, long number, String requestKey) {
        Audit audit = Audit.begun(id, number, requestKey, "i1", NOW);
        assertThat(await(audits().begin(audit))).isTrue();
        return audit;
    }
}
