package io.crosscare.settlement.direct;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.LostRaces;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.SettleOutcome.Refused;
import io.crosscare.settlement.direct.SettleOutcome.Settled;
import io.crosscare.settlement.invoice.InMemoryInvoices;
import io.crosscare.settlement.invoice.Invoices;
import io.crosscare.settlement.invoice.model.Holder;
import io.crosscare.settlement.invoice.model.Invoice;
import io.crosscare.settlement.visit.InMemoryVisits;
import io.crosscare.settlement.visit.TestVisits;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** Two attempts at one settlement, an older and a newer one under the same key, and one invoice that they and others want. */
@Timeout(30)
class InvoiceAttemptsTest {

    private static final String NUMBER = "FP-2019-1";
    private static final Invoice INVOICE = new Invoice(Entries.ZHONGSHAN, NUMBER);

    private final SettlingWorld world = SettlingWorld.onFakes(Faults.none());
    private final CountDownLatch stands = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /**
     * The older attempt is refused by a sweeper, because another bill was paid with the invoice; that is cancelled, and the same
     * request comes again. While the newer attempt stands before its entry, the older one comes to its end.
     */
    @Test
    void anOlderAttemptGivesNothingBackThatANewerOneHasTaken() throws Exception {
        Visit one = world.visitD01('a');
        Visit other = world.visitD01('b');
        Visit third = world.visitD01('c');
        Settlement first = ((Settled) settle(world, one, "one")).settlement();
        SettlingWorld slow = world.beside(PausingChain.beforeItsFirstVeto(world.chain, this::standStill));
        List<ProblemType> thirdWasTold = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SettleOutcome> older = threads.submit(() -> settle(slow, other, "two"));
            assertThat(stands.await(10, TimeUnit.SECONDS)).isTrue();
            world.sweepLater();
            world.cancel(first, "undo");
            SettlingWorld newer = world.beside(PausingChain.beforeItsFirstAppend(world.chain, () -> {
                goOn.countDown();
                assertThat(outcomeOf(older)).isInstanceOf(Refused.class);
                thirdWasTold.add(catchThrowableOfType(ProblemException.class, () -> settle(world, third, "three"))
                        .type());
            }));

            assertThat(settle(newer, other, "two")).isInstanceOf(Settled.class);
        }

        assertThat(thirdWasTold).containsExactly(ProblemType.BUSY);
        assertThat(((Refused) settle(world, third, "three")).refusal().reason()).isEqualTo("INVOICE_ALREADY_PAID");
        assertThat(live()).hasSize(1);
    }

    /** Both are under way in one process, and the later one waits for the earlier one's append instead of turning its caller away. */
    @Test
    void twoAtOnceInOneProcessAreSettledAndRefused() throws Exception {
        Visit one = world.visitD01('a');
        Visit other = world.visitD01('b');
        SettlingWorld process = world.beside(PausingChain.beforeItsFirstAppend(world.chain, this::standStill));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SettleOutcome> earlier = threads.submit(() -> settle(process, one, "one"));
            assertThat(stands.await(10, TimeUnit.SECONDS)).isTrue();
            Future<SettleOutcome> later = threads.submit(() -> settle(process, other, "two"));
            goOn.countDown();

            assertThat(outcomeOf(earlier)).isInstanceOf(Settled.class);
            assertThat(((Refused) outcomeOf(later)).refusal().reason()).isEqualTo("INVOICE_ALREADY_PAID");
        }
        assertThat(live()).hasSize(1);
    }

    /** Between the look at the chain and the passing on, the settlement was refused and has come again under its key. */
    @Test
    void isNotPassedOnFromANewerAttempt() {
        Visits visits = new InMemoryVisits(Faults.none());
        Visit.Open visit = Visit.registered(TestVisits.registration('a', ServiceType.OUTPATIENT));
        await(visits.register(visit));
        Visit.Settling again = visit.settling(TestVisits.marker(new Scope.Batch("1")));
        Holder newer =
                new Holder(Entries.PERSON, again.marker().key(), again.marker().billHash());
        Holder older = new Holder(newer.person(), newer.key(), "0".repeat(64));
        Invoices stored = new InMemoryInvoices(Faults.none());
        await(stored.take(INVOICE, older));
        Mono<Boolean> comesAgain = Mono.defer(() ->
                stored.free(INVOICE, older).then(stored.take(INVOICE, newer)).then(visits.replace(again)));
        InvoiceRegister register =
                new InvoiceRegister(new BeforePassing(stored, comesAgain), new InMemoryChain(Faults.none()), visits);
        Holder another = new Holder(Entries.PERSON, Entries.key("another"), "1".repeat(64));

        ProblemException busy = catchThrowableOfType(
                ProblemException.class,
                () -> LostRaces.retry(register.paidByAnother(INVOICE, another)).block());

        assertThat(busy.type()).isEqualTo(ProblemType.BUSY);
        assertThat(await(stored.take(INVOICE, another))).isEqualTo(newer);
    }

    /** A register of which something happens each time before an invoice is passed on. */
    private record BeforePassing(Invoices stored, Mono<Boolean> meanwhile) implements Invoices {

        @Override
        public Mono<Holder> take(Invoice invoice, Holder wanted) {
            return stored.take(invoice, wanted);
        }

        @Override
        public Mono<Boolean> pass(Invoice invoice, Holder from, Holder to) {
            return meanwhile.then(Mono.defer(() -> stored.pass(invoice, from, to)));
        }

        @Override
        public Mono<Void> free(Invoice invoice, Holder holder) {
            return stored.free(invoice, holder);
        }
    }

    private void standStill() {
        stands.countDown();
        try {
            assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static SettleOutcome outcomeOf(Future<SettleOutcome> running) {
        try {
            return running.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private SettleOutcome settle(SettlingWorld in, Visit visit, String key) {
        return await(in.settleBill.settle(
                world.stored(visit),
                new SettleBillCommand(Entries.ZHONGSHAN, visit.id(), key, "1", null, true, null, NUMBER)));
    }

    private List<Settlement> live() {
        return ((InMemoryChain) world.chain)
                .entries().stream()
                        .filter(Settlement.class::isInstance)
                        .map(Settlement.class::cast)
                        .filter(settlement -> await(world.chain.lastOf(settlement)) instanceof Settlement)
                        .toList();
    }
}
