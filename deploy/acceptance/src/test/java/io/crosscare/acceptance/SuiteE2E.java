package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.DemoSteps.Filed;
import io.crosscare.acceptance.DemoSteps.Registry;
import io.crosscare.acceptance.DemoSteps.Settled;
import io.crosscare.acceptance.RepairSteps.Helped;
import io.crosscare.acceptance.Window.Bill;
import io.crosscare.local.suite.RunningSuite.Member;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The main job through real processes: the steps of the demo, and that what was settled outlives the processes. */
@OnRunningSuite
@Order(4)
@ResourceLock(OnRunningSuite.SHARED)
class SuiteE2E {

    private static final Duration HEALS_WITHIN = Duration.ofSeconds(90);
    private static final int BILLS_AT_ONCE = 16;
    private static final Party AGENCY = Party.agency("镇江市医保中心", "Zhenjiang agency", Requests.ZHENJIANG);

    private final SuiteUnderTest suite;
    private final DemoSteps steps;
    private final Window window;

    SuiteE2E(SuiteUnderTest suite) {
        this.suite = suite;
        this.steps = suite.steps();
        this.window = new Window(suite.client());
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

    /** What the stop cut off is found out once the processes are back: a case each, closed by its evidence before anybody asks. */
    @Test
    void keepsASettlementThroughARestart() {
        Registry registry = steps.readRegistry();
        Settled settled = steps.settleBill(registry, steps.filePerson());
        List<String> before = told(registry.hospital(), settled);
        List<Pressed> unanswered = pressAllAndKill();

        suite.local().down();
        List<Member> whileDown = suite.local().running().members();
        suite.local().up();

        assertThat(whileDown).isEmpty();
        assertThat(told(registry.hospital(), settled)).isEqualTo(before);
        steps.settleAgain(registry, settled);
        Answer closed = Eventually.of(HEALS_WITHIN, () -> foundOut(unanswered));
        DiagnosisE2E.assertWithoutAHand(closed);
        assertThat(closed.json().at("/diagnosis/cause").asString()).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(closed.json().at("/diagnosis/responsible/kind").asString()).isEqualTo("OPERATOR");
        Pressed cutOff = unanswered.stream()
                .filter(pressed -> pressed.bill().visitId().equals(closed.string("visitId")))
                .findFirst()
                .orElseThrow();
        Answer again = window.press(cutOff.bill(), cutOff.key()).require(200);
        assertThat(again.string("id"))
                .isEqualTo(closed.json().at("/evidence/settlementId").asString());
    }

    /** A bill and the key it was pressed under. */
    private record Pressed(Bill bill, String key) {}

    /** Many patients' bills at once; when the first has its answer, the service is killed. Those that got none. */
    private List<Pressed> pressAllAndKill() {
        List<Pressed> all = Stream.generate(() -> new Pressed(filedBill(), window.key()))
                .limit(BILLS_AT_ONCE)
                .toList();
        try (ExecutorService windows = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = all.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> window.press(one.bill(), one.key()), windows))
                    .toList();
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
            suite.local().running().kill("settlement");
            return IntStream.range(0, all.size())
                    .filter(i -> answers.get(i).join().status() != 201)
                    .mapToObj(all::get)
                    .toList();
        }
    }

    private Bill filedBill() {
        String person = window.person();
        window.file(person, Requests.SHANGHAI, "2019-05-01");
        return window.bill(person, Doors.HOSPITAL, Window.DAY);
    }

    /** The first case of one of them that is closed. */
    private Optional<Answer> foundOut(List<Pressed> unanswered) {
        Set<String> visits =
                unanswered.stream().map(pressed -> pressed.bill().visitId()).collect(Collectors.toSet());
        Call unknown = Call.get("/correction-cases").with("cause", "OUTCOME_UNKNOWN");
        return suite.client().list(Doors.HOSPITAL, unknown).stream()
                .filter(one -> one.path("state").asString().equals("RESOLVED"))
                .filter(one -> visits.contains(one.path("visitId").asString("")))
                .map(one -> Call.get("/correction-cases/" + one.path("id").asString()))
                .map(one -> suite.client().ask(Doors.HOSPITAL, one).require(200))
                .findFirst();
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
