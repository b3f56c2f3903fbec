package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.eligibility.model.DecideEligibility;
import io.crosscare.settlement.eligibility.model.Eligibility;
import io.crosscare.settlement.eligibility.model.EligibilityFacts;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.InsuredSide;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.FilingStanding;
import io.crosscare.settlement.eligibility.model.FilingStanding.InForce;
import io.crosscare.settlement.eligibility.model.FilingStanding.NotInForce;
import io.crosscare.settlement.eligibility.model.FilingWindow;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers the question of eligibility. A yes is taken from copies that are fresh; before a no, and before a yes from a stale
 * copy or one that lacks what the calculation needs, the owner of the deciding record is asked, and its answer renews the copy.
 */
public final class CheckEligibility {

    /** Who can be asked; the registry first, as the care side comes first. */
    private static final List<Owner> ASKABLE = List.of(Owner.REGISTRY, Owner.FILING);

    private final ReadModels copies;
    private final Owners owners;
    private final DecideEligibility rules;
    private final Clock clock;

    public CheckEligibility(ReadModels copies, Owners owners, DecideEligibility rules, Clock clock) {
        this.copies = copies;
        this.owners = owners;
        this.rules = rules;
        this.clock = clock;
    }

    /** A question and the days of which one has to lie inside a filing. */
    private record Asked(EligibilityQuestion question, FilingWindow window) {}

    /** The answer, or the fault {@code peer-unavailable} when an owner that had to be asked was silent. */
    public Mono<Eligibility> check(EligibilityQuestion question) {
        Asked about = new Asked(question, rules.readings().windowOf(question, ChinaTime.today(clock)));
        return Mono.zip(copiedCareSide(question), staleOwners())
                .flatMap(known -> withCopiedInsuredSide(about, known.getT1())
                        .flatMap(facts -> decide(about, facts, known.getT2(), EnumSet.noneOf(Owner.class))));
    }

    private Mono<Eligibility> decide(Asked about, EligibilityFacts facts, Set<Owner> stale, Set<Owner> asked) {
        Eligibility answer = rules.decide(about.question(), about.window(), facts);
        Set<Owner> deciding = decidingOwners(answer, stale);
        Optional<Owner> next = ASKABLE.stream()
                .filter(owner -> deciding.contains(owner) && !asked.contains(owner))
                .findFirst();
        if (next.isEmpty()) {
            return orNotYetUpstream(about, answer, stale);
        }
        Set<Owner> askedThen = EnumSet.of(next.get());
        askedThen.addAll(asked);
        return ask(next.get(), about, facts, asked).flatMap(told -> decide(about, told, stale, askedThen));
    }

    /**
     * A yes across provinces, unless the filing is still on its way to the upper platform. The registry is asked where the copy
     * says so, for it may have arrived since, and where the copies are old.
     */
    private Mono<Eligibility> orNotYetUpstream(Asked about, Eligibility answer, Set<Owner> stale) {
        if (!(answer instanceof Eligibility.Eligible eligible)
                || eligible.destinationType() != DestinationType.CROSS_PROVINCE) {
            return Mono.just(answer);
        }
        return Mono.justOrEmpty(eligible.filing())
                .map(filed -> filed.filing().id())
                .filterWhen(filing -> stale.contains(Owner.REGISTRY)
                        ? Mono.just(true)
                        : copies.upload(filing).map(upload -> !upload.hasArrived()))
                .flatMap(owners::upload)
                .flatMap(told -> copies.keep(told).thenReturn(told))
                .filter(upload -> !upload.hasArrived())
                .<Eligibility>map(_ -> new Eligibility.Refused(Refusal.of(
                        RefusalReason.FILING_NOT_YET_UPSTREAM, about.question().on())))
                .defaultIfEmpty(answer);
    }

    /** An institution without a level will be refused for it, so the registry has the last word on that too. */
    private static Set<Owner> decidingOwners(Eligibility answer, Set<Owner> stale) {
        return switch (answer) {
            case Eligibility.Eligible eligible
            when eligible.institution().level() == null -> {
                Set<Owner> deciding = EnumSet.of(Owner.REGISTRY);
                deciding.addAll(stale);
                yield deciding;
            }
            case Eligibility.Eligible _ -> stale;
            case Eligibility.Refused refused -> refused.refusal().reason().owners();
        };
    }

    private Mono<EligibilityFacts> ask(Owner owner, Asked about, EligibilityFacts facts, Set<Owner> asked) {
        EligibilityQuestion question = about.question();
        if (owner == Owner.REGISTRY) {
            return owners.careSide(question)
                    .flatMap(told -> keep(told).thenReturn(told))
                    .flatMap(told -> asked.contains(Owner.FILING)
                            ? Mono.just(facts.with(told))
                            : withCopiedInsuredSide(about, told));
        }
        return Mono.justOrEmpty(facts.careSide().institution())
                .flatMap(institution -> owners.insuredSide(question, institution.region(), about.window()))
                .flatMap(told -> keep(told).thenReturn(told))
                .map(facts::with)
                .defaultIfEmpty(facts);
    }

    private Mono<CareSide> copiedCareSide(EligibilityQuestion question) {
        return Mono.zip(optional(copies.institution(question.institution())), copies.connectivity())
                .map(known -> new CareSide(known.getT1(), known.getT2()));
    }

    private Mono<EligibilityFacts> withCopiedInsuredSide(Asked about, CareSide careSide) {
        return Mono.zip(optional(copies.person(about.question().person())), copiedStanding(about, careSide))
                .map(known -> new EligibilityFacts(careSide, new InsuredSide(known.getT1(), known.getT2())));
    }

    private Mono<FilingStanding> copiedStanding(Asked about, CareSide careSide) {
        Optional<RegionCode> careRegion = careSide.institution().map(InstitutionFacts::region);
        if (careRegion.isEmpty()) {
            return Mono.just(new NotInForce(RefusalReason.NO_FILING, Optional.empty()));
        }
        return copies.filings(about.question().person())
                .collectList()
                .map(filings -> FilingStanding.of(filings, careRegion.get(), about.window()));
    }

    private Mono<Set<Owner>> staleOwners() {
        return Flux.fromIterable(ASKABLE)
                .filterWhen(owner -> copies.isFresh(owner).map(isFresh -> !isFresh))
                .collectList()
                .map(Set::copyOf);
    }

    private Mono<Void> keep(CareSide told) {
        return Mono.when(
                Mono.justOrEmpty(told.institution()).flatMap(copies::keep),
                Flux.fromIterable(told.connectivity().rows()).concatMap(copies::keep));
    }

    /** A no is kept like a yes: what is older and arrives later does not make a yes of it. */
    private Mono<Void> keep(InsuredSide told) {
        Optional<FilingFacts> filing = switch (told.filing()) {
            case InForce inForce -> Optional.of(inForce.filing());
            case NotInForce notInForce -> notInForce.nearest();
        };
        return Mono.when(
                Mono.justOrEmpty(told.person()).flatMap(copies::keep),
                Mono.justOrEmpty(filing).flatMap(copies::keep));
    }

    private static <T> Mono<Optional<T>> optional(Mono<T> value) {
        return value.map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
