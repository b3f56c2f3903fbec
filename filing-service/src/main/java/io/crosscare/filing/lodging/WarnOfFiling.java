package io.crosscare.filing.lodging;

import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingWarning;
import java.util.List;
import reactor.core.publisher.Mono;

/** Says what whoever lodges a filing should know of it, as its person is insured now. */
public final class WarnOfFiling {

    private final InsuredPersons persons;
    private final FilingRules rules;

    public WarnOfFiling(InsuredPersons persons, FilingRules rules) {
        this.persons = persons;
        this.rules = rules;
    }

    /** The most pressing first; none where there is nothing to say. */
    public Mono<List<FilingWarning>> of(Filing filing) {
        return persons.find(filing.terms().personId())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a filing of nobody")))
                .map(person -> FilingWarning.of(
                        filing,
                        person.particulars(),
                        rules.require(filing.terms().insuredRegion())));
    }
}
