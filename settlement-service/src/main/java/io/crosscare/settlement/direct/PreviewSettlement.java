package io.crosscare.settlement.direct;

import io.crosscare.settlement.benefit.Warning;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.CostSplit;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.SplitRefusal;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.PreparedBill.NotPrepared;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.external.CheckExternalFeed.Standing;
import io.crosscare.settlement.interruption.TellInterruption;
import io.crosscare.settlement.visit.VisitProblems;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Computes what a settlement would be if it were made now, by the same functions, and changes nothing. It names the head it
 * was based on; sent back with the settlement, it holds the suite to the amounts.
 */
public final class PreviewSettlement {

    private final PrepareBill prepareBill;
    private final CheckExternalFeed checkFeed;
    private final Chain chain;
    private final KnownFacts knownFacts;
    private final DescribeRefusal describeRefusal;
    private final TellInterruption tellInterruption;
    private final SettlingDoor door;
    private final SettlementMeters meters;

    public PreviewSettlement(
            PrepareBill prepareBill,
            CheckExternalFeed checkFeed,
            Chain chain,
            KnownFacts knownFacts,
            DescribeRefusal describeRefusal,
            TellInterruption tellInterruption,
            SettlementMeters meters) {
        this(
                prepareBill,
                checkFeed,
                chain,
                knownFacts,
                describeRefusal,
                tellInterruption,
                SettlingDoor.PREVIEW,
                meters);
    }

    private PreviewSettlement(
            PrepareBill prepareBill,
            CheckExternalFeed checkFeed,
            Chain chain,
            KnownFacts knownFacts,
            DescribeRefusal describeRefusal,
            TellInterruption tellInterruption,
            SettlingDoor door,
            SettlementMeters meters) {
        this.prepareBill = prepareBill;
        this.checkFeed = checkFeed;
        this.chain = chain;
        this.knownFacts = knownFacts;
        this.describeRefusal = describeRefusal;
        this.tellInterruption = tellInterruption;
        this.door = door;
        this.meters = meters;
    }

    /** The same, counted as the correction desk's and no hospital's. */
    PreviewSettlement forRechecks() {
        return new PreviewSettlement(
                prepareBill,
                checkFeed,
                chain,
                knownFacts,
                describeRefusal,
                tellInterruption,
                SettlingDoor.RECHECK,
                meters);
    }

    /** What a preview comes to. */
    public sealed interface Preview {

        /** The amounts, the head they hold for, and what should be known before they are settled. */
        record Previewed(ExplainedBill explained, Head head, List<Warning> warnings) implements Preview {

            public Previewed {
                warnings = List.copyOf(warnings);
            }
        }

        record Refused(RefusalStatement refusal) implements Preview {}
    }

    /**
     * Previews.
     *
     * @param batch of an outpatient visit; null for a stay
     * @param until last day of a settlement on the way; null where it is none
     */
    public Mono<Preview> preview(
            Visit visit, @Nullable String batch, @Nullable LocalDate until, boolean usesPersonalAccount) {
        if (visit instanceof Visit.Cancelled) {
            return Mono.error(VisitProblems.cancelled(visit));
        }
        Registration registration = visit.registration();
        Scope scope = RequestedScope.of(registration, batch, until).in(visit);
        Mono<Preview> preview = Mono.justOrEmpty(visit.fees().settlementOf(scope))
                .flatMap(chain::lastOf)
                .filter(last -> !(last instanceof Undo))
                .flatMap(live -> refuse(registration, Refusal.alreadySettled(live.id(), registration.startedOn())))
                .switchIfEmpty(Mono.defer(() -> previewAnew(visit, scope, until, usesPersonalAccount)));
        // What the desk asks itself stops nobody at a window.
        return door == SettlingDoor.PREVIEW
                ? tellInterruption.around(preview, registration, () -> scope, until, null)
                : preview;
    }

    private Mono<Preview> previewAnew(
            Visit visit, Scope scope, @Nullable LocalDate until, boolean usesPersonalAccount) {
        Registration registration = visit.registration();
        return prepareBill.prepare(visit, scope, until, usesPersonalAccount).flatMap(prepared -> switch (prepared) {
            case NotPrepared(Refusal refusal) -> refuse(registration, refusal);
            case Ready ready ->
                checkFeed
                        .of(registration.insuredRegion())
                        .flatMap(standing -> standing == Standing.STALE_REFUSED
                                ? refuse(registration, feedStale(ready))
                                : split(registration, ready, standing == Standing.STALE_FLAGGED));
        });
    }

    private static Refusal feedStale(Ready ready) {
        return Refusal.of(
                RefusalReason.EXTERNAL_FEED_STALE,
                ready.frozen().bill().circumstances().serviceTo());
    }

    private Mono<Preview> split(Registration visit, Ready ready, boolean isFeedStale) {
        return chain.head(visit.person())
                .flatMap(head -> Closing.isClosed(head.counters())
                        ? refuse(visit, ready.movedAway())
                        : split(visit, ready, head, isFeedStale));
    }

    private Mono<Preview> split(Registration visit, Ready ready, Head head, boolean isFeedStale) {
        return switch (ready.splitOn(head.counters())) {
            case SplitRefusal refused -> refuse(visit, ready.refusal(refused));
            case CostSplit split ->
                knownFacts
                        .person(visit.person())
                        .map(person -> hasSpecialDiseaseAway(person, ready))
                        .defaultIfEmpty(false)
                        .map(isAway -> {
                            ExplainedBill explained = ExplainedBill.of(ready, split);
                            return new Preview.Previewed(
                                    explained,
                                    head,
                                    warnings(ready, Warning.of(split, explained.explanation(), isAway), isFeedStale));
                        });
        };
    }

    private static List<Warning> warnings(Ready ready, List<Warning> ofSplit, boolean isFeedStale) {
        List<Warning> warnings = new ArrayList<>();
        if (isFeedStale) {
            warnings.add(Warning.FEED_STALE);
        }
        if (ready.flags().contains(SettlementFlag.TREATMENT_UNCONFIRMED)) {
            warnings.add(Warning.TREATMENT_UNCONFIRMED);
        }
        if (ready.flags().contains(SettlementFlag.TREATMENT_NOT_AS_FILED)) {
            warnings.add(Warning.TREATMENT_NOT_AS_FILED);
        }
        warnings.addAll(ofSplit);
        return warnings;
    }

    /** 门特 is not settled away as such: it must not silently become 门统 (domain.md §2.1 no. 23). */
    private static boolean hasSpecialDiseaseAway(PersonFacts person, Ready ready) {
        Circumstances care = ready.frozen().bill().circumstances();
        return care.serviceType() == ServiceType.OUTPATIENT
                && care.destinationType() != DestinationType.HOME
                && person.hasSpecialDiseaseOn(care.serviceTo());
    }

    private Mono<Preview> refuse(Registration visit, Refusal refusal) {
        meters.refused(door, visit, refusal.reason());
        return describeRefusal
                .describe(refusal, visit.insuredRegion(), visit.careRegion(), visit.institution())
                .map(Preview.Refused::new);
    }
}
