package io.crosscare.correction.desk.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.correction.Events;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Facts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection's event against the contract its publisher keeps, with every region it may speak of. */
class ConnectivityTopicTest {

    private static final CaseSubject REFUSED = Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING);
    private static final String CONTRACT = EventContract.text("registry.connectivity.v1");

    private final DeskWorld desk = new DeskWorld();
    private final ConnectivityTopic topic = new ConnectivityTopic(desk.hurryCases);

    @BeforeEach
    void open() {
        desk.recordRefusal().record(Facts.refusal(REFUSED, 1, Facts.minute(2))).block();
    }

    @ParameterizedTest
    @CsvSource({
        "321100, 310000, true",
        "321100, *, true",
        "*, 310000, true",
        "*, *, true",
        "320100, 310000, false",
        "*, 321100, false"
    })
    void hasTheCasesOfItsRegionsLookedAtAgain(String insured, String care, boolean isConcerned) {
        var before = desk.stored(REFUSED).file().work();
        String body = CONTRACT.replace("320100\",", insured + "\",").replace("310000\",", care + "\",");

        topic.on(Events.received("key", 1, body)).block();

        assertThat(desk.stored(REFUSED).file().work().equals(before)).isNotEqualTo(isConcerned);
    }

    @Test
    void takesNothingElseForAConnection() {
        String body = CONTRACT.replace("\"320100\"", "\"Nanjing\"");

        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> topic.on(Events.received("key", 1, body)).block());
    }
}
