package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.DemoSteps.Filed;
import io.crosscare.acceptance.DemoSteps.Registry;
import io.crosscare.acceptance.DemoSteps.Settled;
import io.crosscare.acceptance.RepairSteps.Helped;
import io.crosscare.local.suite.RunningSuite.Member;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The main job through real processes: the steps of the demo, and that what was settled outlives the processes. */
@OnRunningSuite
@Order(4)
@ResourceLock(OnRunningSuite.SHARED)
class SuiteE2E {

    private static final Duration HEALS_WITHIN = Duration.ofSeconds(90);
    private static final Party AGENCY = Party.agency("镇江市医保中心", "Zhenjiang agency", Requests.ZHENJIANG);

    private final SuiteUnderTest suite;
    private final DemoSteps steps;

    SuiteE2E(SuiteUnderTest suite) {
        this.suite = suite;
        this.steps = suite.steps();
    }

    @Test
    void saysWhereCareIsSettledDirectly() {
        Registry registry = steps.readRegistry();

        assertThat(registry.hospital().institution()).startsWith("H310");
    }

    @Test
    void filesAPersonAndOpensTheYear() {
        Filed filed = steps.filePerson();

        assertThat(kindsOf(filed.personId())).containsExactly("OPENING", "ACCOUNT_CREDIT");
    }

    @Test
    void settlesTheBillOfTheGoldenCaseToTheFen() {
        Settled settled = steps.settleBill(steps.readRegistry(), steps.filePerson());

        assertThat(kindsOf(settled.personId())).containsExactly("OPENING", "ACCOUNT_CREDIT", "SETTLEMENT");
    }

    @Test
    void paysOnceHoweverOftenTheButtonIsPressed() {
        Registry registry = steps.readRegistry();
        Settled settled = steps.settleBill(registry, steps.filePerson());

        steps.settleAgain(registry, settled);
        steps.settleAgain(registry, settled);

        assertThat(kindsOf(settled.personId())).containsExactly("OPENING", "ACCOUNT_CREDIT", "SETTLEMENT");
    }

    @Test
    void helpsWhoWasRefusedForWantOfAFiling() {
        Helped helped = steps.repairs().refuseAndHelp(steps.readRegistry());

        assertThat(kindsOf(helped.personId())).containsExactly("SETTLEMENT");
    }

    @Test
    void paysOnceWhenTheServiceDiesInTheMiddleAndIsStartedAgain() {
        Registry registry = steps.readRegistry();
        Helped helped = steps.repairs().refuseAndHelp(registry);
        long killed = pidOfSettlement();

        steps.repairs().killDuringSettlements(registry, helped);
        suite.local().awaitWhole(HEALS_WITHIN);

        assertThat(pidOfSettlement()).isNotEqualTo(killed);
        assertThat(kindsOf(helped.personId())).containsOnly("SETTLEMENT");
    }

    @Test
    void takesASettlementBackOnce() {
        Registry registry = steps.readRegistry();
        Settled settled = steps.settleBill(registry, steps.filePerson());

        steps.repairs().cancel(registry, settled);

        assertThat(kindsOf(settled.personId()))
                .containsExactly("OPENING", "ACCOUNT_CREDIT", "SETTLEMENT", "CANCELLATION");
    }

    @Test
    void keepsASettlementThroughARestart() {
        Registry registry = steps.readRegistry();
        Settled settled = steps.settleBill(registry, steps.filePerson());
        List<String> before = told(registry.hospital(), settled);

        suite.local().down();
        List<Member> whileDown = suite.local().running().members();
        suite.local().up();

        assertThat(whileDown).isEmpty();
        assertThat(told(registry.hospital(), settled)).isEqualTo(before);
        steps.settleAgain(registry, settled);
    }

    private long pidOfSettlement() {
        return suite.local().running().members().stream()
                .filter(member -> member.name().equals("settlement"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private List<String> told(Party hospital, Settled settled) {
        return List.of(
                answer(hospital, "/settlements/" + settled.settlementId()),
                answer(hospital, "/settlements/" + settled.settlementId() + "/explanation"),
                answer(AGENCY, "/persons/" + settled.personId() + "/chain"),
                answer(AGENCY, "/persons/" + settled.personId() + "/accumulators"));
    }

    private String answer(Party party, String path) {
        return suite.client().ask(party, Call.get(path)).require(200).text();
    }

    private List<String> kindsOf(String personId) {
        return suite.client().list(AGENCY, Call.get("/persons/" + personId + "/chain")).stream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }
}
