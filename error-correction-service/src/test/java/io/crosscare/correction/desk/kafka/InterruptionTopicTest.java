package io.crosscare.correction.desk.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.correction.Events;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.Arrival;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interruption's event against the contract its publisher keeps, and what is no interruption. */
class InterruptionTopicTest {

    private static final String PERSON = Facts.PERSON.value();
    private static final String CONTRACT = EventContract.text("settlement.interruption.v1");
    private static final Reason DOWN = new Reason("NEIGHBOUR_DOWN");
    private static final Reason UNKNOWN = new Reason("OUTCOME_UNKNOWN");

    private final DeskWorld desk = new DeskWorld();
    private final RefusalTopic topic = RefusalTopic.ofInterruptions(desk.recordRefusal());

    @Test
    void readsWhatTheContractSays() {
        topic.on(Events.received(PERSON, 1, CONTRACT)).block();

        CorrectionCase patient = desk.stored(Facts.subject(Facts.PERSON, 'a', DOWN));
        Refusal stopped = patient.file().lastRefusal();
        assertThat(patient.file().work().group()).isNotNull();
        assertThat(patient.file().work().cause()).isEqualTo(Cause.NEIGHBOUR_DOWN);
        assertThat(stopped.peer()).isEqualTo("filing");
        assertThat(stopped.institution()).isEqualTo(Facts.ZHONGSHAN);
        assertThat(stopped.statement().message()).isEqualTo("备案系统暂无应答，本次未能结算");
        assertThat(stopped.arrival())
                .isEqualTo(new Arrival("POST /visits/{id}/settlements", Instant.parse("2026-11-24T01:02:02.998Z")));
        assertThat(stopped.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(stopped.refusedAt()).isEqualTo(Instant.parse("2026-11-24T01:02:03.004Z"));
    }

    @Test
    void readsThePreviewOfAStay() {
        topic.on(Events.received(PERSON, 2, EventContract.text("settlement.interruption.v1-preview")))
                .block();

        CaseSubject stay = new CaseSubject(Facts.scope(Facts.PERSON, 'b', null), DOWN);
        assertThat(desk.stored(stay).file().lastRefusal().peer()).isEqualTo("registry");
        assertThat(desk.stored(stay).file().lastRefusal().keyHash()).isNull();
        assertThat(desk.stored(stay).file().lastRefusal().until()).isEqualTo(Facts.DAY.plusDays(2));
    }

    @Test
    void readsTheRegistrationThatWasStopped() {
        topic.on(Events.received(PERSON, 4, EventContract.text("settlement.interruption.v1-registration")))
                .block();

        CorrectionCase patient = desk.cases
                .of(Facts.PERSON)
                .filter(one -> one.file().work().outage() == null)
                .next()
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
        assertThat(patient.file().subject().scope().batch()).isNull();
        assertThat(patient.file().work().group()).isNotNull();
        assertThat(patient.file().lastRefusal().statement().message()).isEqualTo("机构登记系统暂无应答，就诊未能登记");
    }

    /** Its own case, which the settlement closes that was begun then and rolled forward since. */
    @Test
    void closesAnUnknownOutcomeWithTheSettlementThatWasFound() {
        topic.on(Events.received(PERSON, 3, EventContract.text("settlement.interruption.v1-unknown")))
                .block();
        CaseSubject subject = Facts.subject(Facts.PERSON, 'a', UNKNOWN);
        CorrectionCase opened = desk.stored(subject);

        desk.recordEntry
                .record(subject.scope(), Facts.settled(Facts.PERSON, 1, Instant.parse("2026-11-24T01:02:03.004Z")))
                .block();

        assertThat(opened.file().work().group()).isNull();
        assertThat(opened.file().work().cause()).isEqualTo(Cause.OUTCOME_UNKNOWN);
        assertThat(desk.stored(subject)).isInstanceOf(CorrectionCase.Resolved.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"personId\"|\"person\"",
                "\"visitId\": \"vaaaaaaaaaaaaaaaaaaaaaaaaaa\"|\"visitId\": \"v1\"",
                "H31000000001|HOSPITAL",
                "NEIGHBOUR_DOWN|NO_FILING",
                "\"serviceDate\": \"2019-09-10\"|\"serviceDate\": \"tomorrow\"",
                "\"at\":|\"when\":",
                "\"seq\": 1|\"seq\": 0",
                "\"seq\": 1|\"seq\": 2",
                "\"message\"|\"massage\"",
                "{|[",
            })
    void takesNothingElseForAnInterruption(String good, String bad) {
        String body = CONTRACT.replace(good, bad);

        assertThat(body).isNotEqualTo(CONTRACT);
        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> topic.on(Events.received(PERSON, 1, body)).block());
        assertThat(desk.cases.of(Facts.PERSON).count().block()).isZero();
    }

    @Test
    void takesNoneUnderAnotherPersonsKey() {
        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> topic.on(Events.received("p" + "b".repeat(26), 1, CONTRACT))
                        .block());
    }
}
