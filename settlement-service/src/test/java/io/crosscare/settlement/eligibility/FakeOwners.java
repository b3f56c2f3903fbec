package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.InsuredSide;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.FilingStanding;
import io.crosscare.settlement.eligibility.model.FilingWindow;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The owners for tests: they have a truth of their own, remember who was asked, and fall silent on demand. */
public final class FakeOwners implements Owners {

    private final FakeReadModels truth = new FakeReadModels();
    private final List<Owner> asked = new ArrayList<>();
    private boolean isSilent;

    /** What the owners hold themselves. */
    public FakeReadModels truth() {
        return truth;
    }

    public List<Owner> asked() {
        return List.copyOf(asked);
    }

    public void fallSilent() {
        isSilent = true;
    }

    @Override
    public Mono<CareSide> careSide(EligibilityQuestion question) {
        return ask(
                Owner.REGISTRY,
                Mono.zip(
                                truth.institution(question.institution())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()),
                                truth.connectivity())
                        .map(known -> new CareSide(known.getT1(), known.getT2())));
    }

    @Override
    public Mono<InsuredSide> insuredSide(EligibilityQuestion question, RegionCode careRegion, FilingWindow window) {
        return ask(
                Owner.FILING,
                Mono.zip(
                                truth.person(question.person())
                                        .map(Optional::of)
                                        .defaultIfEmpty(Optional.empty()),
                                truth.filings(question.person()).collectList())
                        .map(known ->
                                new InsuredSide(known.getT1(), FilingStanding.of(known.getT2(), careRegion, window))));
    }

    @Override
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return ask(Owner.REGISTRY, truth.institution(code));
    }

    @Override
    public Mono<PersonFacts> person(PersonId person) {
        return ask(Owner.FILING, truth.person(person));
    }

    @Override
    public Mono<UploadFacts> upload(String filingId) {
        return ask(Owner.REGISTRY, truth.upload(filingId));
    }

    private <T> Mono<T> ask(Owner owner, Mono<T> answer) {
        return Mono.defer(() -> {
            asked.add(owner);
            return isSilent
                    ? Mono.error(ProblemException.peerUnavailable(owner.name(), Duration.ofSeconds(2), null))
                    : answer;
        });
    }
}
