package io.crosscare.settlement.direct.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.settlement.direct.Refusals.StoredRefusal;
import io.crosscare.settlement.direct.SomeRefusals;
import io.crosscare.settlement.direct.kafka.RefusalOutbox.RefusalMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The event of a refusal against the contract its consumers read. */
class RefusalMessageTest {

    private static final JsonMapper JSON = StrictJson.tolerant();

    @Test
    void writesWhatTheContractSays() {
        StoredRefusal stored = new StoredRefusal(
                "p" + "a".repeat(26) + ":r1",
                1,
                SomeRefusals.noFiling(),
                "0af7651916cd43dd8448eb211c80319c",
                null,
                "POST /visits/{id}/settlements",
                Instant.parse("2026-11-24T01:02:02.998Z"));

        assertSame(stored, "settlement.refusal.v1");
    }

    @Test
    void leavesOutWhatAStayOfAnUnknownPersonDoesNotHave() {
        StoredRefusal stored = new StoredRefusal(
                "p" + "a".repeat(26) + ":r2", 2, SomeRefusals.alreadySettled(), null, null, null, null);

        assertSame(stored, "settlement.refusal.v1-stay");
    }

    private static void assertSame(StoredRefusal stored, String contract) {
        assertThat(JSON.valueToTree(RefusalMessage.of(stored)).toPrettyString())
                .isEqualTo(JSON.readTree(EventContract.text(contract)).toPrettyString());
    }
}
