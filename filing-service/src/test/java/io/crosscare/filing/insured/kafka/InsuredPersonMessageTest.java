package io.crosscare.filing.insured.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The event of an insured person against the contract its consumers read. */
class InsuredPersonMessageTest {

    private static final JsonMapper JSON = StrictJson.tolerant();

    @Test
    void writesWhatTheContractSays() {
        assertThat(JSON.valueToTree(message(People.retiree())).toPrettyString())
                .isEqualTo(contract("filing.insured-person.v1"));
        assertThat(JSON.valueToTree(message(People.residentWithEntitlements())).toPrettyString())
                .isEqualTo(contract("filing.insured-person.v1-entitled"));
    }

    @Test
    void holdsNoPersonalData() {
        assertThat(JSON.writeValueAsString(message(People.residentWithEntitlements())))
                .doesNotContain(People.NAME, People.DISEASE, People.IDENTITY_NUMBER, People.CARD_NUMBER, People.PHONE)
                .doesNotContain(People.PERSON_NUMBER);
    }

    private static String contract(String name) {
        return JSON.readTree(EventContract.text(name)).toPrettyString();
    }

    private static InsuredPersonMessage message(Particulars particulars) {
        return InsuredPersonMessage.of(InsuredPerson.register(
                new PersonId("p" + "a".repeat(26)), particulars, "agency-zhenjiang", Instant.EPOCH));
    }
}
