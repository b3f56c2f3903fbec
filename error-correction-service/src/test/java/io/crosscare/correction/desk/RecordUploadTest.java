package io.crosscare.correction.desk;

import static io.crosscare.correction.desk.DeskWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case that waits for the upper platform hears of it when that has taken the filing, or said no. */
class RecordUploadTest {

    /** As {@link Facts#refusal} knows it. */
    private static final String FILING = "f" + "b".repeat(26);

    private static final CaseSubject WAITING = Facts.subject(Facts.PERSON, 'a', Reason.FILING_NOT_YET_UPSTREAM);

    private final DeskWorld desk = new DeskWorld();

    @BeforeEach
    void refuse() {
        run(desk.recordRefusal.record(Facts.refusal(WAITING, 1, Facts.minute(2))));
    }

    @Test
    void looksAgainAtOnceWhenThePlatformHasTakenTheFiling() {
        says(Outcome.REFUSED);
        tell(1, 0, "DUE");
        for (int i = 0; i < 8; i++) {
            desk.clock.advance(Duration.ofHours(2));
            run(desk.recheckCases.recheck());
        }
        says(Outcome.READY);
        run(desk.recheckCases.recheck());
        boolean isReadyBefore = desk.stored(WAITING).isReady();

        tell(3, 1, "ACCEPTED");
        run(desk.recheckCases.recheck());

        assertThat(isReadyBefore).isFalse();
        assertThat(desk.stored(WAITING).isReady()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "DUE,        FILING_NOT_UPSTREAM",
        "SENT,       FILING_NOT_UPSTREAM",
        "REFUSED,    FILING_REFUSED_UPSTREAM",
        "REFUSED DUE,FILING_NOT_UPSTREAM",
        "DUE REFUSED,FILING_REFUSED_UPSTREAM",
    })
    void isDiagnosedAnewWithEveryWordOfThePlatform(String states, Cause cause) {
        List<String> told = List.of(states.split(" "));
        for (int i = 0; i < told.size(); i++) {
            tell(i + 1, 0, told.get(i));
        }

        assertThat(desk.stored(WAITING).file().work().cause()).isEqualTo(cause);
        assertThat(uploads()).hasSize(told.size());
    }

    /** The platform may be away for hours, and is tried all the time. */
    @Test
    void leavesTheCaseAloneForAnAttemptMore() {
        tell(1, 0, "DUE");
        @Nullable Instant next = desk.stored(WAITING).file().work().nextCheckAt();
        desk.clock.advance(Duration.ofSeconds(1));

        tell(2, 0, "SENT");
        tell(3, 0, "DUE");
        tell(4, 0, "SENT");

        assertThat(uploads()).hasSize(1);
        assertThat(desk.stored(WAITING).file().work().nextCheckAt()).isEqualTo(next);
    }

    @Test
    void hearsNothingInAnOlderWordAndNothingTwice() {
        tell(5, 0, "REFUSED");

        tell(4, 0, "DUE");
        tell(5, 0, "REFUSED");

        assertThat(uploads()).hasSize(1);
        assertThat(desk.stored(WAITING).file().work().cause()).isEqualTo(Cause.FILING_REFUSED_UPSTREAM);
    }

    @Test
    void concernsNoOtherFilingAndNoOtherCause() {
        CaseSubject other = Facts.subject(Facts.PERSON, 'b', Facts.NO_FILING);
        run(desk.recordRefusal.record(Facts.refusal(other, 2, Facts.minute(3))));

        run(desk.recordUpload.record(upload("f" + "c".repeat(26), 1, 1, "ACCEPTED")));
        tell(1, 1, "ACCEPTED");

        assertThat(uploads()).hasSize(1);
        assertThat(desk.stored(other).file().facts()).isEmpty();
    }

    @Test
    void changesNothingOnceItIsSettled() {
        run(desk.recordEntry.record(WAITING.scope(), Facts.settled(3, 4)));

        tell(1, 1, "ACCEPTED");

        assertThat(desk.stored(WAITING).state()).isEqualTo(CaseState.RESOLVED);
        assertThat(uploads()).isEmpty();
    }

    private void tell(long version, long acceptedVersion, String state) {
        run(desk.recordUpload.record(upload(FILING, version, acceptedVersion, state)));
    }

    private static UploadStated upload(String filing, long version, long acceptedVersion, String state) {
        return new UploadStated(filing, 1, acceptedVersion, state, version, Facts.minute(10 + version));
    }

    private List<UploadStated> uploads() {
        return desk.stored(WAITING).file().facts().stream()
                .filter(UploadStated.class::isInstance)
                .map(UploadStated.class::cast)
                .toList();
    }

    private void says(Outcome outcome) {
        desk.neighbours.bill(WAITING.scope(), Facts.recheck(outcome, desk.clock.instant(), List.of()));
    }
}
