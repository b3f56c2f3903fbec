package io.crosscare.settlement.interruption;

import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import java.time.Instant;
import java.time.LocalDate;

/** Interrupted settlements for tests. */
public final class SomeInterruptions {

    public static final Scope BATCH = new Scope.Batch("1");

    private static final LocalDate UNTIL = LocalDate.of(2019, 9, 12);

    private SomeInterruptions() {}

    /** Filing gave no answer while batch 1 was to be settled. */
    public static Interruption filingDown(char visit, Instant at) {
        return Interruption.neighbourDown(
                TestVisits.registration(visit, ServiceType.OUTPATIENT),
                BATCH,
                null,
                "filing",
                Entries.key("settle-1").hash(),
                TestVisits.TRACEPARENT,
                at);
    }

    /** The registry gave no answer while a stay was previewed that goes on. */
    public static Interruption registryDown(Instant at) {
        Registration stay = TestVisits.registration('b', ServiceType.INPATIENT);
        return Interruption.neighbourDown(stay, new Scope.Interim(2), UNTIL, "registry", null, null, at);
    }

    /** The registry gave no answer when a visit was to be registered. */
    public static Interruption registrationStopped(Instant at) {
        return Interruption.registrationStopped(
                TestVisits.registration('c', ServiceType.OUTPATIENT), "registry", null, at);
    }

    /** A settlement of batch 1 was left in flight. */
    public static Interruption outcomeUnknown(Instant since) {
        Marker marker = new Marker(
                BATCH,
                Entries.key("settle-1"),
                Entries.key("request").hash(),
                "bill",
                null,
                null,
                TestVisits.TRACEPARENT,
                since);
        return Interruption.outcomeUnknown(TestVisits.registration('a', ServiceType.OUTPATIENT), marker, null);
    }
}
