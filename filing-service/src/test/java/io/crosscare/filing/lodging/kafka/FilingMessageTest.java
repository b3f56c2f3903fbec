package io.crosscare.filing.lodging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.SomeFilings;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import java.time.LocalDate;
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

    /** Ended before its time, it counts for the days before; the treatment it is for is told once it is confirmed. */
    @Test
    void writesAFilingThatEndedBeforeItsTime() {
        Filing.Effective lodged = (Filing.Effective) SomeFilings.filing('b', "310000", "2019-05-01", null);
        FilingChange confirmed =
                new FilingChange(FilingChange.Action.TREATMENT_CONFIRMED, lodged.recordedAt(), "agency", "属实");
        LocalDate from = LocalDate.parse("2019-10-01");
        FilingChange withdrawn =
                new FilingChange(FilingChange.Action.WITHDRAWN, lodged.recordedAt(), "agency", "不再需要", from);
        SpecialTreatment declared = SpecialTreatment.declared("ST04", null);

        Filing ended = lodged.decideTreatment(declared.confirmed("ST04"), confirmed)
                .end(Ending.Cause.WITHDRAWN, from, null, withdrawn);

        assertThat(JSON.valueToTree(FilingMessage.of(ended)).toPrettyString())
                .isEqualTo(JSON.readTree(EventContract.text("filing.filing.v1-ended"))
                        .toPrettyString());
        assertThat(FilingMessage.of(lodged.decideTreatment(declared, confirmed)).specialTreatment())
                .isNull();
    }

    private static FilingMessage message() {
        return FilingMessage.of(SomeFilings.filing('a', "310000", "2019-05-01", null));
    }
}
