package io.crosscare.filing.lodging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.filing.lodging.model.SomeFilings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The event of a filing against the contract its consumers read. */
class FilingMessageTest {

    private static final JsonMapper JSON = StrictJson.tolerant();

    @Test
    void writesWhatTheContractSays() {
        assertThat(JSON.valueToTree(message()).toPrettyString())
                .isEqualTo(JSON.readTree(EventContract.text("filing.filing.v1")).toPrettyString());
    }

    private static FilingMessage message() {
        return FilingMessage.of(SomeFilings.filing('a', "310000", "2019-05-01", null));
    }
}
