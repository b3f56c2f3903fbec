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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a dashboard asks of the metrics of the running suite has an answer after a day's usual work. */
@OnRunningSuite
class DashboardsE2E {

    private static final int SERVICES = 5;
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);

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
        List<PanelQuery> empty = new ArrayList<>(queries);
        long deadline = System.nanoTime() + TOLD_WITHIN.toNanos();
        do {
            List<PanelQuery> left =
                    PanelQuery.empty(empty, expr -> !prometheus.query(expr).isEmpty());
            empty.clear();
            empty.addAll(left);
        } while (!empty.isEmpty() && System.nanoTime() - deadline < 0);
        return empty;
    }
}
