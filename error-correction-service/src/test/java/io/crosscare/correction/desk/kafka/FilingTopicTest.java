package io.crosscare.correction.desk.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.correction.Events;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Facts;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filing's event against the contract its publisher keeps. */
class FilingTopicTest {

    private static final String KEY = "f" + "a".repeat(26);
    private static final String CONTRACT = EventContract.text("filing.filing.v1");

    private final DeskWorld desk = new DeskWorld();
    private final FilingTopic topic = new FilingTopic(desk.recordFiling());

    @BeforeEach
    void open() {
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();
    }

    @Test
    void readsWhatTheContractSays() {
        topic.on(Events.received(KEY, 1, CONTRACT)).block();

        assertThat(desk.stored(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING))
                        .file()
                        .facts())
                .containsExactly(new Filed(
                        KEY,
                        1,
                        Events.TIME,
                        Facts.SHANGHAI,
                        "RETIRED_RESETTLED",
                        LocalDate.of(2019, 5, 1),
                        null,
                        "EFFECTIVE"));
    }

    @ParameterizedTest
    @CsvSource({"paaaa, aaaa", "310000, 31", "2019-05-01, yesterday", "category, kind", "state, status", "'{', '['"})
    void takesNothingElseForAFiling(String good, String bad) {
        String body = CONTRACT.replace(good, bad);

        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> topic.on(Events.received(KEY, 1, body)).block());
    }
}
