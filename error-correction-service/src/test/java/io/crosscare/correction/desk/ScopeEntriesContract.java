package io.crosscare.correction.desk;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.VisitScope;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every implementation of {@link ScopeEntries} promises. */
public abstract class ScopeEntriesContract {

    private final PersonId person = RandomIds.secure().nextPersonId();

    protected abstract ScopeEntries entries();

    @Test
    void givesBackWhatItKeepsOnceAndInChainOrder() {
        VisitScope scope = Facts.scope(person, 'a', "1");
        Settled later = Facts.settled(person, 7, Facts.minute(9));
        Settled earlier = Facts.settled(person, 3, Facts.minute(4));

        entries()
                .keep(scope, later)
                .then(entries().keep(scope, earlier))
                .then(entries().keep(scope, later))
                .then(entries().keep(Facts.scope(person, 'a', "2"), Facts.settled(person, 5, Facts.minute(5))))
                .then(entries().keep(Facts.scope(person, 'a', null), Facts.settled(person, 6, Facts.minute(6))))
                .as(StepVerifier::create)
                .verifyComplete();

        entries().of(scope).as(StepVerifier::create).expectNext(earlier, later).verifyComplete();
    }

    @Test
    void isEmptyForAScopeOfWhichNothingWasHeard() {
        entries().of(Facts.scope(person, 'b', "1")).as(StepVerifier::create).verifyComplete();
    }
}
