package io.crosscare.filing.lodging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.web.StrictJson;
import io.crosscare.filing.lodging.model.SomeFilings;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The event of a filing against the contract its consumers read. */
class FilingMessageTest {

    private static final JsonMapper JSON = StrictJson.tolerant();

    @Test
    void writesWhatTheContractSays() throws IOException {
        try (InputStream contract = FilingMessageTest.class.getResourceAsStream("/contracts/filing.filing.v1.json")) {
            assertThat(JSON.valueToTree(message()).toPrettyString())
                    .isEqualTo(JSON.readTree(Objects.requireNonNull(contract)).toPrettyString());
        }
    }

    private static FilingMessage message() {
        return FilingMessage.of(SomeFilings.filing('a', "310000", "2019-05-01", null));
    }
}
