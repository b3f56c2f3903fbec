package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.direct.RecheckBill.Rechecked;
import io.crosscare.settlement.direct.RecheckBill.State;
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.FakeOwners;
import io.crosscare.settlement.eligibility.FakeReadModels;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.DecideEligibility;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.interruption.model.InterruptionCause;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.model.Visit;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A visit that cannot be registered because nobody says where the institution lies: told once, and looked at again until it can. */
class StoppedRegistrationTest {

    private static final String NUMBER = "MZ-a";

    private final SettlingWorld world = SettlingWorld.onFakes(Faults.none());
    private final FakeReadModels copies = new FakeReadModels();

    @Test
    void isToldOnceHoweverOftenItIsTriedAndStaysTheSameFault() {
        FakeOwners silent = new FakeOwners();
        silent.fallSilent();

        assertSilent(silent, NUMBER);
        assertSilent(silent, NUMBER);
        assertSilent(silent, "MZ-b");

        assertThat(world.interruptions.all())
                .extracting(Interruption::visitNumber)
                .containsExactly(NUMBER, "MZ-b");
        Interruption told = world.interruptions.all().getFirst();
        assertThat(told.cause()).isEqualTo(InterruptionCause.NEIGHBOUR_DOWN);
        assertThat(told.peer()).isEqualTo(Owner.REGISTRY.name());
        assertThat(told.scope()).isNull();
        assertThat(told.careRegion()).isEqualTo(Entries.SHANGHAI);
        assertThat(told.message().en()).endsWith("the visit was not registered");
    }

    @Test
    void isNotToldWhereTheInstitutionIsUnknownOrKnown() {
        FakeOwners owners = new FakeOwners();
        register(owners, NUMBER);
        owners.truth().keep(Facts.institution(Facts.SHANGHAI)).block();
        register(owners, NUMBER);

        assertThat(world.interruptions.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void standsAsTheRegistrySays(boolean isInstitutionKnown) {
        Interruption stopped = stopped();
        FakeOwners owners = new FakeOwners();
        if (isInstitutionKnown) {
            owners.truth().keep(Facts.institution(Facts.SHANGHAI)).block();
        }

        Rechecked rechecked = await(recheck(owners).recheck(stopped.visit()));

        assertThat(rechecked.state()).isEqualTo(isInstitutionKnown ? State.READY : State.REFUSED);
        assertThat(rechecked.refusal() == null).isEqualTo(isInstitutionKnown);
    }

    @Test
    void staysUnansweredWhileTheRegistryIsSilent() {
        Interruption stopped = stopped();
        FakeOwners silent = new FakeOwners();
        silent.fallSilent();

        assertPeer(catchThrowableOfType(
                ProblemException.class, () -> await(recheck(silent).recheck(stopped.visit()))));
    }

    @Test
    void isReadyOnceTheVisitIsRegisteredAndSettledWithIt() {
        Interruption stopped = stopped();
        FakeOwners silent = new FakeOwners();
        silent.fallSilent();
        Visit visit = world.visitD01('a');

        Rechecked registered = await(recheck(silent).recheck(stopped.visit()));
        SettleOutcome outcome = world.settle(visit, "key-1");
        Rechecked settled = await(recheck(silent).recheck(stopped.visit()));

        assertThat(visit.registration().visitNumber()).isEqualTo(NUMBER);
        assertThat(registered.state()).isEqualTo(State.READY);
        assertThat(settled.state()).isEqualTo(State.SETTLED);
        assertThat(Objects.requireNonNull(settled.refusal()).settlementId())
                .isEqualTo(((SettleOutcome.Settled) outcome).settlement().id().value());
    }

    @Test
    void isNoVisitAndNoOthersName() {
        Interruption stopped = stopped();

        assertThat(world.visits.find(stopped.visit()).blockOptional()).isEmpty();
        assertThat(recheck(new FakeOwners()).recheck(Entries.visit('a')).blockOptional())
                .isEmpty();
    }

    private Interruption stopped() {
        FakeOwners silent = new FakeOwners();
        silent.fallSilent();
        assertSilent(silent, NUMBER);
        return world.interruptions.all().getFirst();
    }

    private void assertSilent(FakeOwners owners, String number) {
        assertPeer(catchThrowableOfType(ProblemException.class, () -> register(owners, number)));
    }

    private static void assertPeer(ProblemException problem) {
        assertThat(problem.type()).isEqualTo(ProblemType.PEER_UNAVAILABLE);
    }

    private RegisterVisit.Outcome register(FakeOwners owners, String number) {
        CheckEligibility eligibility =
                new CheckEligibility(copies, owners, new DecideEligibility(Facts.READINGS), world.clock);
        TellInterruption tell = new TellInterruption(
                world.interruptions, world.meters, () -> {}, () -> TestVisits.TRACEPARENT, world.clock);
        RegisterVisit registerVisit = new RegisterVisit(
                world.visits,
                new KnownFacts(copies, owners),
                eligibility,
                new DescribeRefusal(copies),
                tell,
                RandomIds.secure(),
                world.clock);
        return await(registerVisit.register(new RegisterVisit.Command(
                Entries.ZHONGSHAN,
                "register-" + number,
                Entries.PERSON,
                Entries.ZHENJIANG,
                ServiceType.OUTPATIENT,
                TestVisits.DAY,
                CardKind.PROVINCIAL_CARD,
                number,
                null)));
    }

    private RecheckRegistration recheck(FakeOwners owners) {
        return new RecheckRegistration(
                world.interruptions,
                world.visits,
                world.chain,
                new KnownFacts(copies, owners),
                new DescribeRefusal(copies),
                copies);
    }
}
