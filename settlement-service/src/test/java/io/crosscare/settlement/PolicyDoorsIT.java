package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import io.crosscare.settlement.policy.ShippedPacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** How a policy becomes the law, through the doors. */
@SettlementServiceTest
class PolicyDoorsIT {

    private static final String SHIPPED = "320100-employee-2024";
    private static final Caller HEAD = new Caller.Agency("head-nanjing", new RegionCode("320100"));
    private static final String APPROVED = "{\"decision\":\"APPROVED\"}";

    /** So far away that no other test has a bill there. */
    private static final String DAY = "2015-03-01";

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void publishesWhatOneProposesAndAnotherApproves() {
        String document =
                ShippedPacks.document(SHIPPED).replace("from: 2024-01-01", "from: 2015-01-01\nto: 2015-12-31");
        String key = Doors.unique("policy");

        Answer proposed = doors.post(Doors.NANJING, "/policies", body(document, List.of()), key)
                .expect(201);
        String hash = proposed.text("/hash");
        assertThat(proposed.text("/state")).isEqualTo("PROPOSED");
        assertThat(inForce()).isEmpty();
        assertThat(doors.post(Doors.NANJING, "/policies", body(document, List.of()), key)
                        .expect(200)
                        .isReplay())
                .isTrue();

        String law = inForceOn("2024-06-01");
        String differences = "/policies/" + hash + "/differences?with=" + law;
        assertThat(doors.get(HEAD, differences).expect(200).text("/after/hash")).isEqualTo(hash);
        doors.get(Doors.ZHENJIANG, differences).expect(404);
        doors.get(Doors.ZHONGSHAN, differences).expect(404);
        decide(Doors.NANJING, hash, APPROVED).expect(403);
        decide(Doors.ZHENJIANG, hash, APPROVED).expect(404);
        assertThat(decide(HEAD, hash, APPROVED).expect(200).text("/state")).isEqualTo("PUBLISHED");
        assertThat(decide(HEAD, hash, APPROVED).expect(200).isReplay()).isTrue();
        decide(HEAD, hash, "{\"decision\":\"REJECTED\",\"reason\":\"x\"}").expect(409);

        assertThat(inForce()).isEqualTo(hash);
        Answer whole = doors.get(HEAD, "/policy-proposals/" + hash).expect(200);
        assertThat(whole.text("/decidedBy")).isEqualTo("head-nanjing");
        assertThat(whole.text("/document")).isEqualTo(document);
        assertThat(doors.get(HEAD, "/policy-proposals?state=PUBLISHED")
                        .expect(200)
                        .text("/items/0/hash"))
                .isEqualTo(hash);
        assertThat(doors.get(Doors.ZHENJIANG, "/policy-proposals")
                        .expect(200)
                        .body()
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void refusesWithTheLineAndKeepsNothing() {
        String document = ShippedPacks.document(SHIPPED).replace("bp: 9000", "bp: 19000");

        Answer refused = doors.post(Doors.NANJING, "/policies", body(document, List.of()), Doors.unique("policy"))
                .expect(400);

        assertThat(refused.text("/errors/0/field")).startsWith("document.figures.NJ.EMP.IP.RATIO.ACT.L3");
        assertThat(refused.raw()).contains("第 ", "行");
        assertThat(doors.get(HEAD, "/policy-proposals?state=PROPOSED")
                        .expect(200)
                        .body()
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void tellsWhichFiguresHaveChanged() {
        String older = inForceOn("2019-06-01");
        String newer = inForceOn("2024-06-01");

        Answer compared = doors.get(Doors.ZHONGSHAN, "/policies/" + newer + "/differences?with=" + older)
                .expect(200);

        assertThat(compared.text("/before/hash")).isEqualTo(older);
        assertThat(compared.raw()).contains("readings.accountScope", "只付政策范围内个人部分", "seriousIllness.bands");
        doors.get(Doors.ZHONGSHAN, "/policies/" + newer + "/differences").expect(400);
        doors.get(Doors.ZHONGSHAN, "/policies/" + newer + "/differences?with=" + "0".repeat(64))
                .expect(404);
    }

    private Answer decide(Caller caller, String hash, String body) {
        return doors.post(caller, "/policy-proposals/" + hash + "/decisions", body, Doors.unique("decision"));
    }

    private String inForce() {
        return inForceOn(DAY);
    }

    private String inForceOn(String day) {
        return doors.get(Doors.NANJING, "/policies?region=320100&on=" + day)
                .expect(200)
                .body()
                .at("/items/0/hash")
                .asString("");
    }

    private static String body(String document, List<String> replaces) {
        return JsonMapper.shared().writeValueAsString(Map.of("document", document, "replaces", replaces));
    }
}
