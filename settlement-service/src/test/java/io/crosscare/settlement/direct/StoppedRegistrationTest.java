package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosscare.chassis.id.InstitutionCode;
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
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Visit MZ-b is a visit to the outpatients of Zhongshan on 10 September, registered and settled now. */
    @ParameterizedTest
    @CsvSource({
        // what was stopped: institution | service | day | seconds from now | whether MZ-b took its place
        "H31000000001,OUTPATIENT,2019-09-10,0,true",
        "H31000000001,OUTPATIENT,2019-09-10,-60,true",
        "H31000000001,OUTPATIENT,2019-09-09,-60,true",
        "H31000000001,OUTPATIENT,2019-09-11,-60,false",
        "H31000000001,OUTPATIENT,2019-09-10,1,false",
        "H31000000001,INPATIENT,2019-09-10,-60,false",
        "H31000000002,OUTPATIENT,2019-09-10,-60,false",
    })
    void isSettledWithTheVisitThatTookItsPlaceUnderAnotherNumber(
            String institution, ServiceType service, LocalDate day, long seconds, boolean isSettled) {
        Interruption stopped = stopped(institution, service, day, seconds);
        SettleOutcome outcome = world.settle(world.visitD01('b'), "key-1");

        Rechecked rechecked = await(recheck(new FakeOwners()).recheck(stopped.visit()));

        assertThat(rechecked.state() == State.SETTLED).isEqualTo(isSettled);
        assertThat(Objects.requireNonNull(rechecked.refusal()).settlementId())
                .isEqualTo(
                        isSettled
                                ? ((SettleOutcome.Settled) outcome)
                                        .settlement()
                                        .id()
                                        .value()
                                : null);
    }

    @Test
    void waitsForItsOwnSettlementOnceItIsRegistered() {
        Interruption stopped = stopped();
        world.visitD01('a');
        world.settle(world.visitD01('b'), "key-1");

        Rechecked rechecked = await(recheck(new FakeOwners()).recheck(stopped.visit()));

        assertThat(rechecked.state()).isEqualTo(State.READY);
    }

    /** Two visits of one patient were stopped, and one of them came about. */
    @Test
    void isNotSettledWithAVisitThatWasStoppedItself() {
        FakeOwners silent = new FakeOwners();
        silent.fallSilent();
        assertSilent(silent, NUMBER);
        assertSilent(silent, "MZ-b");
        List<Interruption> stopped = world.interruptions.all();
        FakeOwners owners = new FakeOwners();
        owners.truth().keep(Facts.institution(Facts.SHANGHAI)).block();

        world.settle(world.visitD01('b'), "key-1");

        assertThat(await(recheck(owners).recheck(stopped.getFirst().visit())).state())
                .isEqualTo(State.READY);
        assertThat(await(recheck(owners).recheck(stopped.getLast().visit())).state())
                .isEqualTo(State.SETTLED);
    }

    @Test
    void isNotSettledWithWhatWasUndone() {
        Interruption stopped = stopped();
        FakeOwners owners = new FakeOwners();
        owners.truth().keep(Facts.institution(Facts.SHANGHAI)).block();
        SettleOutcome outcome = world.settle(world.visitD01('b'), "key-1");
        world.cancel(((SettleOutcome.Settled) outcome).settlement(), "key-2");

        assertThat(await(recheck(owners).recheck(stopped.visit())).state()).isEqualTo(State.READY);
    }

    private Interruption stopped(String institution, ServiceType service, LocalDate day, long seconds) {
        Registration visit = TestVisits.registration('a', service);
        Registration wanted = new Registration(
                visit.id(),
                visit.person(),
                visit.insuredRegion(),
                new InstitutionCode(institution),
                visit.careRegion(),
                service,
                day,
                null,
                visit.cardKind(),
                NUMBER,
                null,
                visit.request(),
                visit.registeredAt());
        Interruption stopped = Interruption.registrationStopped(
                wanted, Owner.REGISTRY.name(), null, world.clock.instant().plusSeconds(seconds));
        await(world.interruptions.record(stopped));
        return stopped;
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
