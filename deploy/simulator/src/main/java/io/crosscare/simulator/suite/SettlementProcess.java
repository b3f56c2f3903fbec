package io.crosscare.simulator.suite;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.Relay;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.PersonTurns;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.direct.CancelSettlement;
import io.crosscare.settlement.direct.FindOutcome;
import io.crosscare.settlement.direct.FindOutcome.Found;
import io.crosscare.settlement.direct.FinishSettlement;
import io.crosscare.settlement.direct.InvoiceRegister;
import io.crosscare.settlement.direct.PrepareBill;
import io.crosscare.settlement.direct.RecomputeSettlement;
import io.crosscare.settlement.direct.RefuseSettlement;
import io.crosscare.settlement.direct.ReopenUndone;
import io.crosscare.settlement.direct.ReverseByKey;
import io.crosscare.settlement.direct.SettleBill;
import io.crosscare.settlement.direct.SettleBillCommand;
import io.crosscare.settlement.direct.SettleOutcome;
import io.crosscare.settlement.direct.SettlementMeters;
import io.crosscare.settlement.direct.SplitRestOfBill;
import io.crosscare.settlement.direct.SweepSettlingVisits;
import io.crosscare.settlement.direct.kafka.EntryOutbox;
import io.crosscare.settlement.direct.mongo.MongoBills;
import io.crosscare.settlement.direct.mongo.MongoRefusals;
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.DecideEligibility;
import io.crosscare.settlement.eligibility.model.EligibilityReadings;
import io.crosscare.settlement.eligibility.pack.EligibilityReadingsPack;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.external.mongo.MongoExternalFeeds;
import io.crosscare.settlement.intent.RecordIntent;
import io.crosscare.settlement.intent.RecordIntent.Recorded;
import io.crosscare.settlement.intent.model.Intent;
import io.crosscare.settlement.intent.mongo.MongoIntents;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.interruption.mongo.MongoInterruptions;
import io.crosscare.settlement.invoice.mongo.MongoInvoices;
import io.crosscare.settlement.visit.FreezeLines;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.mongo.MongoVisits;
import io.crosscare.simulator.bus.Producer;
import io.crosscare.simulator.mutant.Mutation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * One run of a settlement service, wired as {@code SettlementWiring} does it: the same use cases on the same adapters. What a
 * door does before and after its use case is done here, for the doors themselves are Spring's.
 */
final class SettlementProcess {

    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final SettlementMeters COUNTED = new SettlementMeters(METERS);
    private static final EligibilityReadings READINGS = EligibilityReadingsPack.load("/eligibility-readings.json");
    private static final DecideEligibility RULES = new DecideEligibility(READINGS);
    private static final int PAGE = 200;
    private static final int QUEUE_PER_PERSON = 64;

    private final Clock clock;
    private final Visits visits;
    private final Chain chain;
    private final SettleBill settleBill;
    private final CancelSettlement cancelSettlement;
    private final ReverseByKey reverseByKey;
    private final FindOutcome findOutcome;
    private final RecordIntent recordIntent;
    private final SweepSettlingVisits sweepSettlingVisits;
    private final Relay relay;

    /**
     * Wires it.
     *
     * @param kick told when there is something to publish
     */
    SettlementProcess(
            MongoDatabase database,
            Producer producer,
            Packs packs,
            Mutation mutation,
            RandomIds ids,
            Clock clock,
            Runnable kick) {
        this.clock = clock;
        Traces traces = new Traces(Tracer.NOOP);
        FixedFacts facts = new FixedFacts();
        PersonTurns turns = new PersonTurns(QUEUE_PER_PERSON);
        this.chain = mutation.chain(new MongoChain(database));
        MongoVisits storedVisits = new MongoVisits(database, ids);
        this.visits = mutation.visits(storedVisits);
        MongoIntents intents = new MongoIntents(database);
        MongoBills bills = new MongoBills(database);
        MongoRefusals refusals = new MongoRefusals(database, traces);
        RefuseSettlement refuse =
                new RefuseSettlement(refusals, new DescribeRefusal(facts), facts, COUNTED, kick, clock);
        TellInterruption tell = new TellInterruption(new MongoInterruptions(database), METERS, kick, () -> null, clock);
        FinishSettlement finish = finishSettlement(database, turns, packs, bills, kick);
        this.settleBill = new SettleBill(
                visits,
                chain,
                turns,
                prepareBill(packs, facts, ids),
                new CheckExternalFeed(new MongoExternalFeeds(database), READINGS, clock),
                bills,
                finish,
                refuse,
                tell,
                COUNTED,
                () -> null,
                clock);
        this.sweepSettlingVisits = new SweepSettlingVisits(
                mutation.sweptVisits(visits), turns, bills, finish, refuse, tell, COUNTED, _ -> {}, clock);
        RecomputeSettlement recomputing =
                new RecomputeSettlement(bills, packs.asPolicies(), packs.asCatalogues(), COUNTED);
        this.recordIntent = new RecordIntent(
                intents,
                chain,
                turns,
                new SplitRestOfBill(recomputing, clock),
                consequence(database),
                kick,
                _ -> {},
                clock);
        this.cancelSettlement = new CancelSettlement(recordIntent, COUNTED, () -> null, clock);
        this.reverseByKey =
                new ReverseByKey(visits, new KnownFacts(facts, facts), recordIntent, COUNTED, () -> null, clock);
        this.findOutcome = new FindOutcome(visits, intents, chain, refusals);
        Outbox outbox = mutation.outbox(new EntryOutbox(List.of(visits, intents), chain));
        this.relay = new Relay("settlement", List.of(outbox), producer, clock, METERS);
    }

    private PrepareBill prepareBill(Packs packs, FixedFacts facts, RandomIds ids) {
        return new PrepareBill(
                visits,
                chain,
                new CheckEligibility(facts, facts, RULES, clock),
                packs.asPolicies(),
                packs.asCatalogues(),
                ids);
    }

    private FinishSettlement finishSettlement(
            MongoDatabase database, PersonTurns turns, Packs packs, MongoBills bills, Runnable kick) {
        return new FinishSettlement(
                visits,
                new FreezeLines(visits),
                bills,
                packs.asPolicies(),
                packs.asCatalogues(),
                chain,
                turns,
                invoiceRegister(database),
                COUNTED,
                kick,
                clock);
    }

    private Function<Entry, Mono<Void>> consequence(MongoDatabase database) {
        ReopenUndone reopen = new ReopenUndone(visits, chain);
        InvoiceRegister invoices = invoiceRegister(database);
        return entry -> reopen.after(entry).then(Mono.defer(() -> invoices.after(entry)));
    }

    private InvoiceRegister invoiceRegister(MongoDatabase database) {
        return new InvoiceRegister(new MongoInvoices(database), chain, visits);
    }

    Mono<Answer> answer(Request request) {
        return switch (request) {
            case Request.Settle settle -> settle(settle);
            case Request.Cancel cancel -> cancel(cancel);
            case Request.Reverse reverse -> reverse(reverse);
            case Request.Credit credit -> credit(credit);
            case Request.Ask ask -> ask(ask);
            case Request.Look look -> chain.head(look.person()).map(Head::name).map(Answer.Seen::new);
        };
    }

    private Mono<Answer> settle(Request.Settle request) {
        SettleBillCommand command = new SettleBillCommand(
                FixedFacts.INSTITUTION,
                request.visit(),
                request.callerKey(),
                request.batch(),
                null,
                true,
                request.previewedHead(),
                "FP-" + request.visit().value().substring(1, 9) + "-" + request.batch());
        return visits.find(request.visit())
                .flatMap(visit -> settleBill.settle(visit, command))
                .map(outcome -> switch (outcome) {
                    case SettleOutcome.Settled settled -> new Answer.Written(settled.settlement(), false);
                    case SettleOutcome.Replayed replayed -> new Answer.Written(replayed.settlement(), true);
                    case SettleOutcome.Refused refused ->
                        new Answer.Refused(refused.refusal().reason());
                });
    }

    private Mono<Answer> cancel(Request.Cancel request) {
        return chain.byId(request.settlement())
                .ofType(Settlement.class)
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(settlement ->
                        cancelSettlement.cancel(settlement, new IdempotencyKey(request.callerKey()), "退费", "clerk"))
                .map(SettlementProcess::written);
    }

    private Mono<Answer> reverse(Request.Reverse request) {
        return reverseByKey
                .reverse(new ReverseByKey.Command(
                        request.person(),
                        FixedFacts.INSTITUTION,
                        new IdempotencyKey(request.reversedKey()),
                        new IdempotencyKey(request.callerKey()),
                        "clerk"))
                .map(SettlementProcess::written);
    }

    private Mono<Answer> credit(Request.Credit request) {
        return Mono.fromSupplier(() -> new Intent(
                        request.person(),
                        FixedFacts.INSURED_REGION,
                        request.key().orElseThrow(),
                        new Intent.Content.CreditContent(Money.ofFen(request.amountFen())),
                        "",
                        "agency",
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        null))
                .flatMap(recordIntent::record)
                .map(SettlementProcess::written);
    }

    private Mono<Answer> ask(Request.Ask request) {
        Mono<Found> found = request.kind() == EntryKind.SETTLEMENT
                ? findOutcome.ofSettlement(request.person(), request.asked())
                : findOutcome.ofUndo(request.person(), request.asked());
        return found.map(one -> new Answer.Known(one.outcome(), one.entry()));
    }

    private static Answer written(Recorded recorded) {
        return new Answer.Written(recorded.entry(), recorded.isReplay());
    }

    /** A page of a person's chain, as it is told to other services. */
    Mono<List<EntryStatement>> chainFrom(EntryId first) {
        return chain.from(first, PAGE).map(EntryStatement::of).collectList();
    }

    /** What a client hears of an error: one that says that nothing is known, unless the product says more. */
    static Answer fault(Throwable error) {
        return new Answer.Fault(
                error instanceof ProblemException problem ? problem.type() : ProblemType.STORE_UNAVAILABLE);
    }

    Mono<Void> sweepVisits() {
        return sweepSettlingVisits.sweep();
    }

    Mono<Void> sweepIntents() {
        return recordIntent.sweep();
    }

    Mono<Void> relay() {
        return relay.task().turn();
    }
}
