package io.crosscare.acceptance.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.Audit;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.restore.Settled.When;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rehearsal is clean only if it could have failed, and did not. */
class RestoreReportTest {

    private static final Party HOSPITAL = Party.hospital("医院", "hospital", "H31000000001");
    private static final Audit HELD =
            new Audit("HELD", List.of(new Audit.Invariant("I1", "一", "one", true, 3, List.of())));
    private static final Audit VIOLATED =
            new Audit("VIOLATED", List.of(new Audit.Invariant("I1", "一", "one", false, 3, List.of("p1:1"))));

    @Test
    void isCleanWhenTheEarlierIsKeptAndTheLaterListedAndSettledAgain() {
        RestoreReport report = report(1, HELD, kept(1, When.BEFORE), kept(2, When.DURING), lost(3, When.AFTER));

        assertThat(report.isClean()).isTrue();
        assertThat(report.lines()).anyMatch(line -> line.contains("lost #3"));
        assertThat(report.lines().getLast())
                .isEqualTo("rehearsal: 2 kept, 1 listed as lost, 1 settled again, audit held");
    }

    @Test
    void isNotWhenAnAnswerOfBeforeIsGone() {
        RestoreReport report = report(2, HELD, kept(1, When.BEFORE), lost(2, When.BEFORE), lost(3, When.AFTER));

        assertThat(report.isClean()).isFalse();
        assertThat(report.lines()).anyMatch(line -> line.contains("✗ #2"));
    }

    @Test
    void isNotWhenOneIsNeitherKeptNorListed() {
        Looked otherwise = new Looked(settled(2, When.DURING), "SETTLED", "somebody else's");

        assertThat(report(1, HELD, kept(1, When.BEFORE), otherwise, lost(3, When.AFTER))
                        .isClean())
                .isFalse();
    }

    @Test
    void isNotWhenALaterAnswerIsThereForThenNothingWasLost() {
        assertThat(report(1, HELD, kept(1, When.BEFORE), kept(2, When.AFTER), lost(3, When.AFTER))
                        .isClean())
                .isFalse();
    }

    @Test
    void isNotWhenALostOneCannotBeSettledAgain() {
        assertThat(report(0, HELD, kept(1, When.BEFORE), lost(2, When.AFTER)).isClean())
                .isFalse();
    }

    @Test
    void isNotWhenItShowsNothing() {
        assertThat(report(0, HELD, kept(1, When.BEFORE)).isClean()).isFalse();
        assertThat(report(1, HELD, lost(1, When.AFTER)).isClean()).isFalse();
    }

    @Test
    void isNotWhenAnAuditDidNotHold() {
        RestoreReport report = report(1, VIOLATED, kept(1, When.BEFORE), lost(2, When.AFTER));

        assertThat(report.isClean()).isFalse();
        assertThat(report.lines()).anyMatch(line -> line.contains("p1:1"));
        assertThat(report.lines().getLast()).endsWith("audit VIOLATED");
    }

    private static RestoreReport report(int again, Audit audit, Looked... looked) {
        return new RestoreReport(List.of(looked), again, List.of(audit), List.of());
    }

    private static Looked kept(int number, When when) {
        Settled settled = settled(number, when);
        return new Looked(settled, "SETTLED", settled.settlementId());
    }

    private static Looked lost(int number, When when) {
        return new Looked(settled(number, when), "NEVER_SEEN", "");
    }

    private static Settled settled(int number, When when) {
        Bill bill = new Bill(number, "p1", HOSPITAL, "v" + number, "vk" + number, 1_000, "k" + number);
        return new Settled(bill, "visit-" + number, "p1:" + number, 500, when);
    }
}
