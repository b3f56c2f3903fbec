package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.direct.model.DecidingCopies.FilingVersion;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Which versions of other services' records are known now: just after a decision, which has renewed what it asked for. */
final class KnownCopies {

    private final ReadModels copies;

    KnownCopies(ReadModels copies) {
        this.copies = copies;
    }

    Mono<DecidingCopies> of(PersonId person, InstitutionCode institution) {
        return Mono.zip(
                        optional(copies.institution(institution)),
                        optional(copies.person(person)),
                        copies.filings(person).collectList())
                .map(known -> copies(known.getT1(), known.getT2(), known.getT3()));
    }

    private static DecidingCopies copies(
            Optional<InstitutionFacts> institution, Optional<PersonFacts> person, List<FilingFacts> filings) {
        List<FilingVersion> latest = filings.stream()
                .sorted(Comparator.comparing(FilingFacts::effectiveFrom)
                        .reversed()
                        .thenComparing(FilingFacts::id))
                .limit(DecidingCopies.FILINGS_MAX)
                .map(filing -> new FilingVersion(filing.id(), filing.version()))
                .toList();
        return new DecidingCopies(
                person.map(PersonFacts::plan).orElse(null),
                institution.map(InstitutionFacts::version).orElse(null),
                person.map(PersonFacts::version).orElse(null),
                latest);
    }

    private static <T> Mono<Optional<T>> optional(Mono<T> value) {
        return value.map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
