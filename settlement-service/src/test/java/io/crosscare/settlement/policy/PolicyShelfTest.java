package io.crosscare.settlement.policy;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.document.DocumentRefused;
import io.crosscare.settlement.document.InMemoryDocuments;
import io.crosscare.settlement.document.ShippedDocuments;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class PolicyShelfTest {

    private static final RegionCode ZHENJIANG = new RegionCode("321100");
    private static final RegionCode NANJING = new RegionCode("320100");

    private final InMemoryDocuments documents = new InMemoryDocuments();
    private final PolicyShelf policies = new PolicyShelf(documents);

    @BeforeEach
    void publishTheShippedPacks() {
        Flux.fromIterable(ShippedDocuments.in("/policies"))
                .concatMap(policies::publish)
                .blockLast();
    }

    @Test
    void choosesByRegionPersonTypeAndDay() {
        assertThat(chosen(ZHENJIANG, PersonType.RETIRED, "2019-09-10")).isEqualTo("321100-employee-2019");
        assertThat(chosen(ZHENJIANG, PersonType.RESIDENT, "2019-09-10")).isEqualTo("321100-resident-2019");
        assertThat(chosen(ZHENJIANG, PersonType.DISABLED_VETERAN, "2019-09-10")).isEqualTo("321100-special-2019");
        assertThat(chosen(NANJING, PersonType.ACTIVE, "2022-12-31")).isEqualTo("320100-employee-2019");
        assertThat(chosen(NANJING, PersonType.ACTIVE, "2023-01-01")).isEqualTo("320100-employee-2023");
        assertThat(chosen(NANJING, PersonType.ACTIVE, "2024-01-01")).isEqualTo("320100-employee-2024");
    }

    @Test
    void findsNoneForADayNoPackCovers() {
        policies.find(NANJING, PersonType.ACTIVE, LocalDate.parse("2018-12-31"))
                .as(StepVerifier::create)
                .verifyComplete();
        policies.find(NANJING, PersonType.RESIDENT, LocalDate.parse("2019-06-01"))
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void prefersTheCorrectionPublishedLast() {
        PublishedPolicy before = await(policies.find(ZHENJIANG, PersonType.RETIRED, LocalDate.parse("2019-09-10")));

        PublishedPolicy correction = await(policies.publish(before.document().replace("fen: 50000", "fen: 60000")));

        PublishedPolicy after = await(policies.find(ZHENJIANG, PersonType.RETIRED, LocalDate.parse("2019-09-10")));
        assertThat(after).isEqualTo(correction);
        assertThat(after.hash()).isNotEqualTo(before.hash());
        assertThat(await(policies.byHash(before.hash()))).isEqualTo(before);
    }

    @Test
    void namesWhatHasTakenThePlaceOfAPackAndListsItNoMoreAsTheLaw() {
        LocalDate day = LocalDate.parse("2019-09-10");
        PublishedPolicy before = await(policies.find(ZHENJIANG, PersonType.RETIRED, day));
        assertThat(PolicySuccession.successorOf(before, await(policies.all().collectList())))
                .isEmpty();

        PublishedPolicy correction = await(policies.publish(before.document().replace("fen: 50000", "fen: 60000")));

        List<PublishedPolicy> all = await(policies.all().collectList());
        assertThat(PolicySuccession.successorOf(before, all)).contains(correction);
        assertThat(PolicySuccession.successorOf(correction, all)).isEmpty();
        assertThat(PolicySuccession.isInForceOn(before, all, day)).isFalse();
        assertThat(PolicySuccession.isInForceOn(correction, all, day)).isTrue();
        assertThat(all.stream()
                        .filter(pack -> pack.pack().region().equals(ZHENJIANG))
                        .filter(pack -> PolicySuccession.isInForceOn(pack, all, day)))
                .hasSize(3);
    }

    @Test
    void changesNothingWhenTheSameContentIsPublishedAgain() {
        List<PublishedPolicy> before = await(policies.all().collectList());

        publishTheShippedPacks();

        assertThat(await(policies.all().collectList())).isEqualTo(before);
    }

    @Test
    void seesWhatAnotherInstancePublished() {
        PolicyShelf other = new PolicyShelf(documents);

        PublishedPolicy found = await(other.find(ZHENJIANG, PersonType.ACTIVE, LocalDate.parse("2019-01-01")));

        assertThat(found).isNotNull();
        assertThat(await(other.byHash(found.hash()))).isSameAs(found);
    }

    @Test
    void storesNothingOfADocumentItRefuses() {
        policies.publish("policy: broken\n").as(StepVerifier::create).verifyError(DocumentRefused.class);

        assertThat(await(policies.all().collectList())).hasSize(6);
    }

    private String chosen(RegionCode region, PersonType personType, String on) {
        PublishedPolicy policy = await(policies.find(region, personType, LocalDate.parse(on)));
        return policy.pack().name();
    }
}
