package io.crosscare.settlement.eligibility.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.message.AgencyMessage;
import io.crosscare.settlement.eligibility.message.ConnectivityMessage;
import io.crosscare.settlement.eligibility.message.FilingMessage;
import io.crosscare.settlement.eligibility.message.FilingUploadMessage;
import io.crosscare.settlement.eligibility.message.InstitutionMessage;
import io.crosscare.settlement.eligibility.message.InsuredPersonMessage;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The owners' state topics against the contracts their publishers keep: what this service reads of each. */
class CopiedTopicsTest {

    private static final String PERSON = EventContract.text("filing.insured-person.v1");
    private static final String FILING = EventContract.text("filing.filing.v1");
    private static final String INSTITUTION = EventContract.text("registry.institution.v1");
    private static final String CONNECTIVITY = EventContract.text("registry.connectivity.v1");
    private static final String AGENCY = EventContract.text("registry.agency.v1");
    private static final String UPLOAD = EventContract.text("registry.filing-upload.v1");

    @Test
    void readsAPerson() {
        PersonFacts person = person(PERSON);

        assertThat(person.id().value()).isEqualTo("p" + "a".repeat(26));
        assertThat(person.insuredRegion().value()).isEqualTo("321100");
        assertThat(person.plan()).isEqualTo(InsurancePlan.EMPLOYEE);
        assertThat(person.personType()).isEqualTo(PersonType.RETIRED);
        assertThat(person.cards()).hasSize(1);
        assertThat(person(PERSON.replace("\"schoolYear\": false", "\"schoolYear\": true")))
                .isNotEqualTo(person);
        assertThat(person(EventContract.grown(PERSON))).isEqualTo(person);
        assertThat(EventContract.unnoticed(PERSON, InsuredPersonMessage.class, CopiedTopicsTest::person))
                .as("false, as where it is left out; none")
                .containsExactly("schoolYear", "diseaseEntitlements");
    }

    @Test
    void readsOnWhichDaysAPersonHoldsASpecialDiseaseAndNoMore() {
        PersonFacts person = person(PERSON.replace("\"schoolYear\": false", """
            "schoolYear": false, "diseaseEntitlements": [
              {"kind": "SPECIAL_DISEASE", "diseaseCode": "M00500", "from": "2019-01-01", "to": "2019-12-31"},
              {"kind": "CHRONIC_DISEASE", "diseaseCode": "M03900", "from": "2018-01-01"}]\
            """));

        assertThat(person.specialDiseases())
                .containsExactly(new PersonFacts.Days(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31)));
        assertThat(person.hasSpecialDiseaseOn(LocalDate.of(2019, 12, 31))).isTrue();
        assertThat(person.hasSpecialDiseaseOn(LocalDate.of(2020, 1, 1))).isFalse();
    }

    @Test
    void readsAFiling() {
        FilingFacts filing = filing(FILING);

        assertThat(filing.person().value()).isEqualTo("p" + "a".repeat(26));
        assertThat(filing.careRegion().value()).isEqualTo("310000");
        assertThat(filing.category()).isEqualTo("RETIRED_RESETTLED");
        assertThat(filing.effectiveFrom()).isEqualTo(LocalDate.of(2019, 5, 1));
        assertThat(filing.state()).isEqualTo("EFFECTIVE");
        assertThat(filing(EventContract.grown(FILING))).isEqualTo(filing);
        assertThat(EventContract.unnoticed(FILING, FilingMessage.class, CopiedTopicsTest::filing))
                .as("not in this filing")
                .containsExactly("effectiveTo", "specialTreatment");
    }

    @Test
    void readsAFilingThatEndedBeforeItsTime() {
        FilingFacts filing = filing(EventContract.text("filing.filing.v1-ended"));

        assertThat(filing.state()).isEqualTo("EXPIRED");
        assertThat(filing.effectiveTo()).isEqualTo(LocalDate.of(2019, 9, 30));
        assertThat(filing.specialTreatment()).isEqualTo("ST04");
    }

    @Test
    void readsAnInstitution() {
        InstitutionFacts institution = institution(INSTITUTION);

        assertThat(institution.code().value()).isEqualTo("H31000000001");
        assertThat(institution.region().value()).isEqualTo("310000");
        assertThat(institution.level()).isEqualTo(InstitutionLevel.L3);
        assertThat(institution.capabilities()).isNotEmpty();
        assertThat(institution(EventContract.grown(INSTITUTION))).isEqualTo(institution);
        assertThat(EventContract.unnoticed(INSTITUTION, InstitutionMessage.class, CopiedTopicsTest::institution))
                .as("not of this institution")
                .containsExactly("suspensions");
        assertThat(institution(EventContract.text("registry.institution.v1-without-level"))
                        .level())
                .isNull();
    }

    @Test
    void readsTheDaysOnWhichAnInstitutionTakesNobody() {
        InstitutionFacts institution = institution(EventContract.text("registry.institution.v1-suspended"));

        assertThat(institution.suspensions())
                .containsExactly(
                        new InstitutionFacts.Suspension(LocalDate.of(2019, 9, 1), LocalDate.of(2019, 9, 10)),
                        new InstitutionFacts.Suspension(LocalDate.of(2019, 12, 1), null));
    }

    @Test
    void readsARowOfConnectivity() {
        ConnectivityRow row = connectivity(CONNECTIVITY);

        assertThat(row.id()).isEqualTo("320100-310000-OUTPATIENT-OUTBOUND");
        assertThat(row.status()).isEqualTo("OPEN");
        assertThat(connectivity(EventContract.grown(CONNECTIVITY))).isEqualTo(row);
        assertThat(EventContract.unnoticed(CONNECTIVITY, ConnectivityMessage.class, CopiedTopicsTest::connectivity))
                .isEmpty();
        assertThat(connectivity(EventContract.text("registry.connectivity.v1-not-connected"))
                        .status())
                .isEqualTo("NOT_CONNECTED");
    }

    @Test
    void readsAnAgency() {
        AgencyFacts agency = agency(AGENCY);

        assertThat(agency.region().value()).isEqualTo("321100");
        assertThat(agency.phone()).isEqualTo("0511-85340390");
        assertThat(agency(EventContract.grown(AGENCY))).isEqualTo(agency);
        assertThat(EventContract.unnoticed(AGENCY, AgencyMessage.class, CopiedTopicsTest::agency))
                .isSubsetOf("hotlines");
    }

    @Test
    void readsHowFarAFilingHasCome() {
        UploadFacts upload = upload(UPLOAD);

        assertThat(upload.filingId()).isEqualTo("f" + "a".repeat(26));
        assertThat(upload.hasArrived()).isTrue();
        assertThat(upload(EventContract.grown(UPLOAD))).isEqualTo(upload);
        assertThat(EventContract.unnoticed(UPLOAD, FilingUploadMessage.class, CopiedTopicsTest::upload))
                .isEmpty();
    }

    private static UploadFacts upload(String text) {
        return read(CopiedTopic.FILING_UPLOAD, UploadFacts.class, text);
    }

    private static PersonFacts person(String text) {
        return read(CopiedTopic.INSURED_PERSON, PersonFacts.class, text);
    }

    private static FilingFacts filing(String text) {
        return read(CopiedTopic.FILING, FilingFacts.class, text);
    }

    private static InstitutionFacts institution(String text) {
        return read(CopiedTopic.INSTITUTION, InstitutionFacts.class, text);
    }

    private static ConnectivityRow connectivity(String text) {
        return read(CopiedTopic.CONNECTIVITY, ConnectivityRow.class, text);
    }

    private static AgencyFacts agency(String text) {
        return read(CopiedTopic.AGENCY, AgencyFacts.class, text);
    }

    /** Through the handler, as a message comes; what it cannot keep is a {@link PoisonEvent}. */
    private static <F extends CopiedRecord> F read(CopiedTopic topic, Class<F> facts, String text) {
        List<CopiedRecord> kept = new ArrayList<>();
        new CopyHandler(topic, record -> Mono.fromRunnable(() -> kept.add(record)))
                .on(new ReceivedEvent(
                        "key", "io.crosscare." + topic.topic().name(), "id", 1, Instant.EPOCH, text, null))
                .block();
        return facts.cast(kept.getFirst());
    }
}
