package io.crosscare.settlement.interruption.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.settlement.interruption.Interruptions.StoredInterruption;
import io.crosscare.settlement.interruption.SomeInterruptions;
import io.crosscare.settlement.interruption.kafka.InterruptionOutbox.InterruptionMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The event of an interruption against the contract its consumers read. */
class InterruptionMessageTest {

    private static final JsonMapper JSON = StrictJson.tolerant();
    private static final Instant AT = Instant.parse("2026-11-24T01:02:03.004Z");

    @Test
    void writesWhatTheContractSays() {
        StoredInterruption stored = new StoredInterruption(
                "p" + "a".repeat(26) + ":i1",
                1,
                SomeInterruptions.filingDown('a', AT),
                "POST /visits/{id}/settlements",
                Instant.parse("2026-11-24T01:02:02.998Z"));

        assertSame(stored, "settlement.interruption.v1");
    }

    @Test
    void leavesOutWhatThePreviewOfAStayDoesNotHave() {
        StoredInterruption stored =
                new StoredInterruption("p" + "a".repeat(26) + ":i2", 2, SomeInterruptions.registryDown(AT), null, null);

        assertSame(stored, "settlement.interruption.v1-preview");
    }

    @Test
    void namesNoNeighbourWhereTheOutcomeIsUnknown() {
        StoredInterruption stored = new StoredInterruption(
                "p" + "a".repeat(26) + ":i3", 3, SomeInterruptions.outcomeUnknown(AT), null, null);

        assertSame(stored, "settlement.interruption.v1-unknown");
    }

    /** A name of its own stands where the visit's id would, and there is nothing to settle yet. */
    @Test
    void namesTheRegistrationThatWasStopped() {
        StoredInterruption stored = new StoredInterruption(
                "p" + "a".repeat(26) + ":i4",
                4,
                SomeInterruptions.registrationStopped(AT),
                "POST /visits",
                Instant.parse("2026-11-24T01:02:02.998Z"));

        assertSame(stored, "settlement.interruption.v1-registration");
    }

    private static void assertSame(StoredInterruption stored, String contract) {
        assertThat(JSON.valueToTree(InterruptionMessage.of(stored)).toPrettyString())
                .isEqualTo(JSON.readTree(EventContract.text(contract)).toPrettyString());
    }
}
