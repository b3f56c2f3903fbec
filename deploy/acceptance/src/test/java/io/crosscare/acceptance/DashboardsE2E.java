package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.DemoSteps.Registry;
import io.crosscare.acceptance.DemoSteps.Settled;
import io.crosscare.acceptance.operations.PanelQuery;
import io.crosscare.acceptance.operations.Prometheus;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.local.person.FictionalPerson;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whatever a dashboard asks of the metrics of the running suite has an answer after a day's usual work. */
@OnRunningSuite
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = OnRunningSuite.SHARED, mode = ResourceAccessMode.READ)
class DashboardsE2E {

    private static final int SERVICES = 5;
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);
    private static final Duration READ_EVERY = Duration.ofSeconds(1);

    /** Open cases are counted every 15 s; Kafka's metrics of single partitions are looked for every 60 s. */
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(90);

    private static final String DAY = "2019-09-10";

    private final SuiteUnderTest suite;
    private final DemoSteps steps;
    private final RandomIds ids = RandomIds.secure();

    DashboardsE2E(SuiteUnderTest suite) {
        this.suite = suite;
        this.steps = suite.steps();
    }

    @Test
    void leaveNoPanelEmpty() {
        try (Prometheus prometheus = Prometheus.on(suite.local().gateway().getPort())) {
            Eventually.of(READ_WITHIN, () -> Optional.of(prometheus).filter(each -> each.reads(SERVICES)));
            aDaysWork();

            List<PanelQuery> queries = PanelQuery.all();
            assertThat(queries).hasSizeGreaterThan(45);
            assertThat(stillEmpty(prometheus, queries)).isEmpty();
            assertThat(prometheus.query("crosscare_setlements_total"))
                    .as("a misspelt metric")
                    .isEmpty();
        }
    }

    /** Somebody turned away whom nobody has helped yet; somebody settled, pressed again, taken back. */
    private void aDaysWork() {
        Registry registry = steps.readRegistry();
        turnAway(registry.hospital());
        Settled settled = steps.settleBill(registry, steps.filePerson());
        steps.settleAgain(registry, settled);
        steps.repairs().cancel(registry, settled);
    }

    private void turnAway(Party hospital) {
        FictionalPerson papers = FictionalPerson.bornBetween(1975, 1990, new SecureRandom());
        String person = suite.client()
                .ask(DemoSteps.AGENCY, Requests.insuredPerson(papers, "ACTIVE"))
                .require(201)
                .string("personId");
        String visit = suite.client()
                .ask(hospital, Requests.visit(person, "OUTPATIENT", DAY, ids.next('v'), ids.next('k')))
                .require(201)
                .string("id");
        suite.client().ask(hospital, Requests.oneLine(visit, 58_500, DAY)).require(200);
        suite.client()
                .ask(hospital, Requests.settlement(visit, false, ids.next('k')))
                .require(422);
    }

    private static List<PanelQuery> stillEmpty(Prometheus prometheus, List<PanelQuery> queries) {
        Predicate<String> hasAnswer = expr -> !prometheus.query(expr).isEmpty();
        long deadline = System.nanoTime() + TOLD_WITHIN.toNanos();
        List<PanelQuery> empty = PanelQuery.empty(queries, hasAnswer);
        while (!empty.isEmpty() && System.nanoTime() - deadline < 0) {
            Eventually.pause(READ_EVERY);
            empty = PanelQuery.empty(empty, hasAnswer);
        }
        return empty;
    }
}
