package io.crosscare.correction.desk.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.correction.Events;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.Arrival;
import io.crosscare.correction.desk.model.Refusal.DayRule;
import io.crosscare.correction.desk.model.Refusal.FilingVersion;
import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import io.crosscare.correction.desk.model.Refusal.Responsible;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The refusal's event against the contract its publisher keeps, and what is no refusal. */
class RefusalTopicTest {

    private static final String PERSON = Facts.PERSON.value();
    private static final String CONTRACT = EventContract.text("settlement.refusal.v1");

    private final DeskWorld desk = new DeskWorld();
    private final RefusalTopic topic = RefusalTopic.ofRefusals(desk.recordRefusal());

    @Test
    void readsWhatTheContractSays() {
        topic.on(Events.received(PERSON, 1, CONTRACT)).block();

        Refusal refusal = desk.stored(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING))
                .file()
                .lastRefusal();
        assertThat(refusal.institution()).isEqualTo(new InstitutionCode("H31000000001"));
        assertThat(refusal.insuredRegion()).isEqualTo(Facts.ZHENJIANG);
        assertThat(refusal.careRegion()).isEqualTo(Facts.SHANGHAI);
        assertThat(refusal.decidedOn()).isEqualTo(Facts.DAY);
        assertThat(refusal.dayRule())
                .isEqualTo(new DayRule("DAY_OF_CARE", "门诊以就医当日为准", "outpatient care: the day of care", "N Q2", "假设"));
        assertThat(refusal.statement().message()).isEqualTo("参保人没有异地就医备案");
        assertThat(refusal.statement().responsible())
                .isEqualTo(new Responsible("镇江市医疗保险基金管理中心", "321100", "0511-85340390"));
        assertThat(refusal.statement().nextStep()).isEqualTo("请先向参保地经办机构备案，再刷卡结算");
        assertThat(refusal.plan()).isEqualTo("EMPLOYEE");
        assertThat(refusal.known()).isEqualTo(new KnownVersions(3L, 2L, List.of()));
        assertThat(refusal.arrival())
                .isEqualTo(new Arrival("POST /visits/{id}/settlements", Instant.parse("2026-11-24T01:02:02.998Z")));
        assertThat(refusal.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(refusal.refusedAt()).isEqualTo(Instant.parse("2026-11-24T01:02:03.004Z"));
    }

    @Test
    void readsTheRefusalOfAStayWhereNothingElseIsKnown() {
        topic.on(Events.received(PERSON, 2, EventContract.text("settlement.refusal.v1-stay")))
                .block();

        CaseSubject stay = new CaseSubject(Facts.scope(Facts.PERSON, 'b', null), Reason.ALREADY_SETTLED);
        Refusal refusal = desk.stored(stay).file().lastRefusal();
        assertThat(refusal.settlementId()).isEqualTo(PERSON + ":0000000003");
        assertThat(refusal.known())
                .isEqualTo(new KnownVersions(null, null, List.of(new FilingVersion("f" + "a".repeat(26), 1))));
        assertThat(refusal.arrival()).isNull();
        assertThat(refusal.until()).isEqualTo(Facts.DAY.plusDays(2));
        assertThat(refusal.plan()).isNull();
    }

    @Test
    void readsWhatWasAddedLaterByPassingItOver() {
        topic.on(Events.received(PERSON, 1, CONTRACT.replaceFirst("\\{", "{\"addedLater\": {\"x\": [1]},")))
                .block();

        assertThat(desk.stored(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING))
                        .file()
                        .refusals()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"personId\"|\"person\"",
                "\"visitId\": \"vaaaaaaaaaaaaaaaaaaaaaaaaaa\"|\"visitId\": \"v1\"",
                "\"batch\": \"1\"|\"batch\": \"one batch\"",
                "H31000000001|HOSPITAL",
                "\"insuredRegion\": \"321100\"|\"insuredRegion\": \"3211\"",
                "NO_FILING|no filing",
                "\"decidedOn\": \"2019-09-10\"|\"decidedOn\": \"tomorrow\"",
                "\"at\":|\"when\":",
                "\"seq\": 1|\"seq\": 0",
                "\"seq\": 1|\"seq\": 2",
                "\"message\"|\"massage\"",
                "{|[",
            })
    void takesNothingElseForARefusal(String good, String bad) {
        String body = CONTRACT.replace(good, bad);

        assertThat(body).isNotEqualTo(CONTRACT);
        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> topic.on(Events.received(PERSON, 1, body)).block());
        assertThat(desk.cases.of(Facts.PERSON).count().block()).isZero();
    }

    @Test
    void takesNoRefusalUnderAnotherPersonsKey() {
        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> topic.on(Events.received("p" + "b".repeat(26), 1, CONTRACT))
                        .block());
    }
}
