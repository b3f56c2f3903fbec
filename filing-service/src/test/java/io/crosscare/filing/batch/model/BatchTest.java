package io.crosscare.filing.batch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a batch goes on. */
class BatchTest {

    private static final Instant NOW = Instant.parse("2019-09-10T01:00:00Z");
    private static final Batch BATCH = Batch.begin(
            new BatchId("b" + "a".repeat(26)), BatchKind.INSURED_PERSON_IMPORT, new RegionCode("321100"), "clerk", NOW);

    @Test
    void countsWhatItsRowsCameTo() {
        Batch further = BATCH.advance(
                5,
                "x",
                List.of(
                        RowResult.done(2, RowOutcome.ADDED, "p1"),
                        RowResult.done(3, RowOutcome.CHANGED, "p2"),
                        RowResult.done(4, RowOutcome.KEPT, "p3"),
                        RowResult.refused(5, List.of(RowError.ofRow("quotes", "中", "en")))),
                NOW.plusSeconds(2));

        assertThat(further.progress().counts()).isEqualTo(new Counts(4, 1, 1, 1, 1));
        assertThat(further.rowsPerSecond()).isEqualTo(2);
    }

    @Test
    void isInterruptedAfterALongSilence() {
        Instant silent = NOW.plus(Batch.SILENCE_MAX).plusMillis(1);

        assertThat(BATCH.stateAt(NOW)).isEqualTo(BatchState.RECEIVING);
        assertThat(BATCH.stateAt(silent)).isEqualTo(BatchState.INTERRUPTED);
        assertThat(BATCH.sendAgain("clerk", silent).stateAt(silent)).isEqualTo(BatchState.RECEIVING);
        assertThat(BATCH.complete(NOW).stateAt(silent)).isEqualTo(BatchState.COMPLETED);
    }

    @Test
    void measuresItsPaceFromTheLatestSending() {
        Batch before = BATCH.advance(1000, "x", List.of(), NOW.plusSeconds(1));
        Instant later = NOW.plusSeconds(3600);

        Batch again = before.sendAgain("clerk", later).advance(1200, "y", List.of(), later.plusSeconds(2));

        assertThat(again.rowsPerSecond()).isEqualTo(100);
        assertThat(again.sending()).isEqualTo(2);
        assertThat(again.startedAt()).isEqualTo(NOW);
    }

    @Test
    void refusesARowWithoutAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> RowResult.refused(1, List.of()));
    }
}
