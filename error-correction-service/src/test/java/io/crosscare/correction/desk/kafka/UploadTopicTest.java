package io.crosscare.correction.desk.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.correction.Events;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The upload's event against the contract its publisher keeps. */
class UploadTopicTest {

    private static final CaseSubject WAITING = Facts.subject(Facts.PERSON, 'a', Reason.FILING_NOT_YET_UPSTREAM);
    private static final String KEY = "f" + "b".repeat(26);
    private static final String CONTRACT =
            EventContract.text("registry.filing-upload.v1").replace("f" + "a".repeat(26), KEY);

    private final DeskWorld desk = new DeskWorld();
    private final UploadTopic topic = new UploadTopic(desk.recordUpload());

    @BeforeEach
    void open() {
        desk.recordRefusal().record(Facts.refusal(WAITING, 1, Facts.minute(2))).block();
    }

    @Test
    void readsWhatTheContractSays() {
        topic.on(Events.received(KEY, 3, CONTRACT)).block();

        assertThat(desk.stored(WAITING).file().facts())
                .containsExactly(new UploadStated(KEY, 3, 3, "ACCEPTED", 3, Instant.parse("2019-11-21T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"filingId, id", "state, status", "2019-11-21, yesterday", "'\"at\"', '\"on\"'", "'{', '['"})
    void takesNothingElseForAnUpload(String good, String bad) {
        String body = CONTRACT.replace(good, bad);

        assertThatExceptionOfType(PoisonEvent.class)
                .isThrownBy(() -> topic.on(Events.received(KEY, 3, body)).block());
    }
}
