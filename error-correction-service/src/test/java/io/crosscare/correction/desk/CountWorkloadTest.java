package io.crosscare.correction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CountWorkload.Age;
import io.crosscare.correction.desk.CountWorkload.Load;
import io.crosscare.correction.desk.CountWorkload.Workload;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much there is to do. */
class CountWorkloadTest {

    private static final Reason CARD = new Reason("CARD_NOT_ACTIVE");

    private final DeskWorld desk = new DeskWorld();
    private final CountWorkload counting = new CountWorkload(desk.cases, desk.clock);

    @Test
    void countsByLevelCauseAndAgeAndWhatIsLate() {
        refuse('a', Facts.NO_FILING);
        refuse('b', Facts.NO_FILING);
        refuse('c', CARD);
        DeskWorld.run(desk.recordEntry.record(Facts.scope(Facts.PERSON, 'b', "1"), Facts.settled(3, 60)));
        desk.escalate("k1").block();
        desk.clock.advance(Duration.ofHours(49));
        refuse('d', CARD);

        Workload load =
                counting.count(new CaseSight.Everything()).blockOptional().orElseThrow();

        assertThat(load.open()).isEqualTo(3);
        assertThat(load.late()).isEqualTo(2);
        assertThat(load.levels())
                .containsExactly(
                        new Load<>(Level.HOSPITAL, 2, 1),
                        new Load<>(Level.CARE_AGENCY, 1, 1),
                        new Load<>(Level.INSURED_AGENCY, 0, 0),
                        new Load<>(Level.PROVINCE, 0, 0));
        assertThat(load.reasons()).containsExactly(new Load<>(CARD, 2, 1), new Load<>(Facts.NO_FILING, 1, 1));
        assertThat(load.causes())
                .containsExactlyInAnyOrder(new Load<>(Cause.NO_FILING, 1, 1), new Load<>(Cause.NOT_RECOGNISED, 2, 1));
        assertThat(load.ages()).containsExactly(new Age(0, 1), new Age(1, 2), new Age(3, 0), new Age(10, 0));
    }

    @Test
    void countsNothingOutOfSight() {
        refuse('a', Facts.NO_FILING);

        Workload load = counting.count(new CaseSight.OfRegion(new RegionCode("320100")))
                .blockOptional()
                .orElseThrow();

        assertThat(load.open()).isZero();
        assertThat(load.reasons()).isEmpty();
    }

    private void refuse(char visit, Reason reason) {
        CaseSubject subject = Facts.subject(Facts.PERSON, visit, reason);
        DeskWorld.run(desk.recordRefusal.record(Facts.refusal(subject, visit - 'a' + 1, desk.clock.instant())));
    }
}
