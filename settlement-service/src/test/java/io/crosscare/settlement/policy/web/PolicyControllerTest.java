package io.crosscare.settlement.policy.web;

import static io.crosscare.settlement.document.Awaited.await;

import io.crosscare.settlement.document.InMemoryDocuments;
import io.crosscare.settlement.policy.InMemoryPolicyProposals;
import io.crosscare.settlement.policy.PolicyShelf;
import io.crosscare.settlement.policy.PublishedPolicy;
import io.crosscare.settlement.policy.ShippedPacks;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

class PolicyControllerTest {

    private final PolicyShelf policies = new PolicyShelf(new InMemoryDocuments());
    private final PublishedPolicy zhenjiang = await(policies.publish(ShippedPacks.document("321100-employee-2019")));
    private final PublishedPolicy nanjing = await(policies.publish(ShippedPacks.document("320100-employee-2024")));
    private final WebTestClient client = WebTestClient.bindToController(
                    new PolicyController(policies, new InMemoryPolicyProposals()))
            .build();

    @Test
    void listsPoliciesWithTheMarksOfTheirFigures() {
        client.get()
                .uri("/api/v1/policies")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].hash")
                .isEqualTo(nanjing.hash())
                .jsonPath("$.items[1].personTypes[1]")
                .isEqualTo("RETIRED")
                .jsonPath("$.items[1].figures")
                .isEqualTo(zhenjiang.pack().figures().size())
                .jsonPath("$.items[1].marks.documented")
                .isEqualTo(5);
    }

    @Test
    void listsThoseOfARegionInForceOnADay() {
        client.get()
                .uri("/api/v1/policies?region=321100&on=2019-09-10")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].name")
                .isEqualTo("321100-employee-2019");
        client.get()
                .uri("/api/v1/policies?region=320100&on=2019-09-10")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void showsOneWithEveryFigureAndTheDocument() {
        client.get()
                .uri("/api/v1/policies/{hash}", zhenjiang.hash())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.policy.from")
                .isEqualTo("2019-01-01")
                .jsonPath("$.figures[?(@.id=='ZJ.EMP.OP.DED.RET')].value")
                .isEqualTo("500.00 元")
                .jsonPath("$.figures[?(@.id=='ZJ.EMP.TR.NON.UP')].mark")
                .isEqualTo("官方")
                .jsonPath("$.document")
                .isEqualTo(zhenjiang.document());
    }
}
