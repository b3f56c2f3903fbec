package io.crosscare.settlement.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.mongo.EntryForge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an audit finds of payments of core systems: nothing in a sound store, also above a ceiling, and each forgery. */
class PlantedExternalsIT {

    private static final PersonId GUSTAV = AuditedWorld.person('g');
    private static final String POOLED = "2019/pooled.outpatient";

    private final AuditedWorld world = new AuditedWorld(TestDatabase.with(List.of()));
    private final Entry second;

    /** Gustav's chain: 1 external, 2 external, 3 settlement. */
    PlantedExternalsIT() {
        world.external(GUSTAV, 1, Map.of(POOLED, 900_000_000L));
        second = world.external(GUSTAV, 2, Map.of("2019/deductible.outpatient", 50_000L));
        world.settle(GUSTAV, 58_500);
    }

    @Test
    void findsNothingWhereACoreHasPaidAboveACeiling() {
        assertThat(world.audit())
                .allSatisfy(result -> assertThat(result.listed())
                        .as(result.invariant().name())
                        .isEmpty());
    }

    @Test
    void catchesAPaymentInAnotherPlace() {
        world.update("entries", second.id().value(), Updates.set("external.sequence", 7L));

        assertFound(Invariant.I9);
    }

    @Test
    void catchesAPaymentOfOtherMovesAlthoughSealed() {
        EntryForge forge = world.forge(GUSTAV);
        forge.replace(
                2,
                entry -> EntryForge.with(
                        entry,
                        EntryForge.counted(
                                entry.link(),
                                entry.link().before(),
                                entry.link().delta().plus(Counters.of(POOLED, 1)))));
        world.deliver(GUSTAV);

        assertFound(Invariant.I10);
    }

    private void assertFound(Invariant caughtBy) {
        List<InvariantResult> results = world.audit();
        List<Violation> found =
                results.stream().flatMap(result -> result.listed().stream()).toList();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.invariant()).isEqualTo(caughtBy))
                .anySatisfy(violation ->
                        assertThat(violation.record()).isEqualTo(second.id().value()));
    }
}
