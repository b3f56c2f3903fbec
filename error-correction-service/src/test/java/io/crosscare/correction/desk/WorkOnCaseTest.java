package io.crosscare.correction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.correction.desk.WorkOnCase.Outcome;
import io.crosscare.correction.desk.WorkOnCase.Request;
import io.crosscare.correction.desk.model.Act;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Stop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Who does what with a case, once per key. */
class WorkOnCaseTest {

    private final DeskWorld desk = new DeskWorld();

    @BeforeEach
    void open() {
        DeskWorld.run(desk.recordRefusal.record(Facts.refusal(1, 2)));
    }

    @Test
    void goesFromTheHospitalToTheInsuredRegionAndBackToTheWindow() {
        of(desk.take("k1"));
        of(desk.escalate("k2"));
        of(desk.workOnCase.take(request(DeskWorld.CARE_AGENCY, "k3")));
        of(desk.workOnCase.escalate(request(DeskWorld.CARE_AGENCY, "k4"), "就医地无问题，请参保地核对备案"));
        of(desk.workOnCase.take(request(DeskWorld.INSURED_AGENCY, "k5")));
        Outcome resolved = of(desk.workOnCase.resolve(request(DeskWorld.INSURED_AGENCY, "k6"), "已补备案，请重新结算"));

        assertThat(resolved).isInstanceOfSatisfying(Outcome.Carried.class, carried -> {
            assertThat(carried.one()).isInstanceOf(CorrectionCase.ResolvedByHand.class);
        });
        assertThat(acts())
                .extracting(Act::kind)
                .containsExactly(
                        Act.Kind.TAKEN,
                        Act.Kind.ESCALATED,
                        Act.Kind.TAKEN,
                        Act.Kind.ESCALATED,
                        Act.Kind.TAKEN,
                        Act.Kind.RESOLVED);
        assertThat(acts().get(3).to()).isNotNull().extracting("level").isEqualTo(Level.INSURED_AGENCY);
        assertThat(desk.stored().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(desk.relayKicks.get()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void storesNoNumberOfAPersonThatWasGivenAsAReason() {
        of(desk.workOnCase.escalate(request(DeskWorld.HOSPITAL, "k1"), "患者 999999190002300019 电话 13800000000"));

        assertThat(acts().getFirst().reason()).isEqualTo("患者 *** 电话 ***");
    }

    @Test
    void answersTheSameRequestWithTheCaseAndAnotherUnderItsKeyWithARefusal() {
        of(desk.escalate("k1"));

        assertThat(of(desk.escalate("k1"))).isInstanceOf(Outcome.Replayed.class);
        assertThat(of(desk.workOnCase.escalate(request(DeskWorld.HOSPITAL, "k1"), "另一理由")))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(of(desk.take("k1"))).isEqualTo(new Outcome.KeyReused());
        assertThat(acts()).hasSize(1);
    }

    @Test
    void saysWhyNothingIsDone() {
        of(desk.escalate("k1"));

        assertThat(of(desk.take("k2"))).isInstanceOfSatisfying(Outcome.Stopped.class, stopped -> {
            assertThat(stopped.stop())
                    .isInstanceOfSatisfying(
                            Stop.NotYours.class,
                            notYours -> assertThat(
                                            notYours.stage().station().office().level())
                                    .isEqualTo(Level.CARE_AGENCY));
        });
        // a key under which nothing was done is free
        assertThat(of(desk.workOnCase.take(request(DeskWorld.CARE_AGENCY, "k2"))))
                .isInstanceOf(Outcome.Carried.class);
    }

    @Test
    void doesNothingWithACaseOutOfSight() {
        CaseSight others = new CaseSight.OfInstitution(new InstitutionCode("H31000000002"));
        Request request = new Request(others, DeskWorld.HOSPITAL, desk.stored().id(), new IdempotencyKey("k1"));

        assertThat(of(desk.workOnCase.take(request))).isEqualTo(new Outcome.NotVisible());
        assertThat(acts()).isEmpty();
    }

    @Test
    void isTakenByOneOfManyWhoWantItAtOnce() {
        List<Outcome> outcomes = Flux.range(0, 6)
                .flatMap(number -> desk.workOnCase
                        .take(request(new Author(Author.Role.HOSPITAL, Facts.ZHONGSHAN.value(), "his"), "k" + number))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(outcomes).filteredOn(Outcome.Carried.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Stopped.class::isInstance).hasSize(5);
        assertThat(acts()).hasSize(1);
    }

    private Request request(Author by, String key) {
        return desk.request(by, key);
    }

    private static Outcome of(Mono<Outcome> work) {
        return work.blockOptional().orElseThrow();
    }

    private List<Act> acts() {
        return desk.stored().file().handling().acts();
    }
}
