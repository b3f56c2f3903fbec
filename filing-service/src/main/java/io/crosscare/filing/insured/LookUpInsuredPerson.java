package io.crosscare.filing.insured;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.LookUpOutcome;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.ShownCard;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds the person behind a credential shown at a window, so that everything after it speaks of the personId alone. */
public final class LookUpInsuredPerson {

    /** What was shown; name and card as far as they were. */
    public record Credential(
            RegionCode insuredRegion,
            IdentityNumber identityNumber,
            @Nullable PersonName name,
            @Nullable ShownCard card) {}

    private final InsuredPersons persons;

    public LookUpInsuredPerson(InsuredPersons persons) {
        this.persons = persons;
    }

    public Mono<LookUpOutcome> lookUp(Credential shown) {
        return persons.find(shown.insuredRegion(), shown.identityNumber())
                .map(person -> person.compareWith(shown.name(), shown.card()))
                .defaultIfEmpty(new LookUpOutcome.PersonUnknown());
    }
}
