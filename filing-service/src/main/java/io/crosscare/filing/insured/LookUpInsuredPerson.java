package io.crosscare.filing.insured;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.LookUpOutcome;
import io.crosscare.filing.insured.model.PersonName;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.insured.model.ShownCard;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds the person behind a credential shown at a window, so that everything after it speaks of the personId alone. */
public final class LookUpInsuredPerson {

    /** What was shown: one of the two numbers or both; name and card as far as they were. */
    public record Credential(
            RegionCode insuredRegion,
            @Nullable IdentityNumber identityNumber,
            @Nullable PersonNumber personNumber,
            @Nullable PersonName name,
            @Nullable ShownCard card) {

        public Credential {
            if (identityNumber == null && personNumber == null) {
                throw new IllegalArgumentException("a credential has a number");
            }
        }
    }

    private final InsuredPersons persons;

    public LookUpInsuredPerson(InsuredPersons persons) {
        this.persons = persons;
    }

    public Mono<LookUpOutcome> lookUp(Credential shown) {
        return find(shown).map(person -> compare(person, shown)).defaultIfEmpty(new LookUpOutcome.PersonUnknown());
    }

    private Mono<InsuredPerson> find(Credential shown) {
        PersonNumber number = shown.personNumber();
        return number == null
                ? Mono.justOrEmpty(shown.identityNumber())
                        .flatMap(identity -> persons.find(shown.insuredRegion(), identity))
                : persons.find(shown.insuredRegion(), number);
    }

    private static LookUpOutcome compare(InsuredPerson person, Credential shown) {
        IdentityNumber identity = shown.identityNumber();
        return identity == null || identity.equals(person.particulars().identityNumber())
                ? person.compareWith(shown.name(), shown.card())
                : new LookUpOutcome.IdentityMismatch();
    }
}
