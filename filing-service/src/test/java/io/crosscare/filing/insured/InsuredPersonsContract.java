package io.crosscare.filing.insured;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.filing.insured.InsuredPersons.Saving;
import io.crosscare.filing.insured.model.CardState;
import io.crosscare.filing.insured.model.IdentityNumber;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.PersonNumber;
import io.crosscare.filing.insured.model.Word;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every implementation of {@link InsuredPersons} promises. */
public abstract class InsuredPersonsContract {

    private static final Instant NOW = Instant.parse("2019-06-03T01:02:03.004Z");
    private final RandomIds ids = RandomIds.secure();

    protected abstract InsuredPersons persons();

    @Test
    void givesBackWhatWasAdded() {
        InsuredPerson person = fresh();
        save(persons().add(person), Saving.SAVED);

        expect(persons().find(person.id()), person);
        expect(persons().find(People.ZHENJIANG, person.particulars().personNumber()), person);
        expect(persons().find(People.ZHENJIANG, person.particulars().identityNumber()), person);
    }

    @Test
    void givesBackEverythingARegionCanSay() {
        InsuredPerson person =
                register(People.another(People.residentWithEntitlements(), ids.next('N'), identityNumber()));
        save(persons().add(person), Saving.SAVED);

        expect(persons().find(person.id()), person);
    }

    @Test
    void keepsRegionsApart() {
        InsuredPerson person = fresh();
        save(persons().add(person), Saving.SAVED);

        persons()
                .find(People.NANJING, person.particulars().identityNumber())
                .as(StepVerifier::create)
                .verifyComplete();
        persons()
                .find(People.NANJING, person.particulars().personNumber())
                .as(StepVerifier::create)
                .verifyComplete();
    }

    @Test
    void takesAPersonNumberAndAnIdentityNumberOnce() {
        InsuredPerson person = fresh();
        save(persons().add(person), Saving.SAVED);
        Particulars known = person.particulars();

        Particulars sameNumber = People.another(known, known.personNumber().value(), identityNumber());
        Particulars sameIdentity =
                People.another(known, ids.next('N'), known.identityNumber().value());

        save(persons().add(register(sameNumber)), Saving.PERSON_NUMBER_TAKEN);
        save(persons().add(register(sameIdentity)), Saving.IDENTITY_NUMBER_TAKEN);
    }

    @Test
    void tellsAllInTheOrderOfTheirIds() {
        InsuredPerson one = fresh();
        InsuredPerson other = fresh();
        save(persons().add(one), Saving.SAVED);
        save(persons().add(other), Saving.SAVED);

        List<InsuredPerson> all = page(null, 1_000);

        assertThat(all).contains(one, other).doesNotHaveDuplicates();
        assertThat(all).extracting(person -> person.id().value()).isSorted();
        assertThat(page(null, 1)).containsExactly(all.getFirst());
        assertThat(page(all.getFirst().id(), 1_000)).isEqualTo(all.subList(1, all.size()));
    }

    private List<InsuredPerson> page(@Nullable PersonId after, int limit) {
        List<InsuredPerson> page = persons().all(after, limit).collectList().block();
        return page == null ? List.of() : page;
    }

    @Test
    void replacesOnlyTheVersionBefore() {
        InsuredPerson person = fresh();
        save(persons().add(person), Saving.SAVED);
        InsuredPerson lost = changed(person, CardState.LOST);
        InsuredPerson notActivated = changed(person, CardState.NOT_ACTIVATED);

        save(persons().replace(lost), Saving.SAVED);
        save(persons().replace(notActivated), Saving.CHANGED_MEANWHILE);

        expect(persons().find(person.id()), lost);
    }

    @Test
    void refusesAChangeToAnotherPersonsIdentityNumber() {
        InsuredPerson one = fresh();
        InsuredPerson other = fresh();
        save(persons().add(one), Saving.SAVED);
        save(persons().add(other), Saving.SAVED);
        Particulars taken = People.another(
                one.particulars(),
                one.particulars().personNumber().value(),
                other.particulars().identityNumber().value());

        save(persons().replace(one.update(taken, "agency", NOW)), Saving.IDENTITY_NUMBER_TAKEN);

        expect(persons().find(one.id()), one);
    }

    @Test
    void findsThoseOfManyNumbersThatItKnows() {
        InsuredPerson one = fresh();
        InsuredPerson other = fresh();
        save(persons().add(one), Saving.SAVED);
        save(persons().add(other), Saving.SAVED);
        List<PersonNumber> numbers = List.of(
                one.particulars().personNumber(),
                new PersonNumber(ids.next('N')),
                other.particulars().personNumber());

        assertThat(persons().findAll(People.ZHENJIANG, numbers).collectList().block())
                .containsExactlyInAnyOrder(one, other);
        assertThat(persons().findAll(People.NANJING, numbers).collectList().block())
                .isEmpty();
        assertThat(persons().findAll(People.ZHENJIANG, List.of()).collectList().block())
                .isEmpty();
    }

    /** Each on its own: one that cannot be saved keeps none of the others. */
    @Test
    void savesManyAtATimeAndSaysWhatBecameOfEach() {
        InsuredPerson known = fresh();
        InsuredPerson overtaken = fresh();
        save(persons().add(known), Saving.SAVED);
        save(persons().add(overtaken), Saving.SAVED);
        InsuredPerson late = changed(overtaken, CardState.NOT_ACTIVATED);
        save(persons().replace(changed(overtaken, CardState.LOST)), Saving.SAVED);
        InsuredPerson sameNumber = register(People.another(
                known.particulars(), known.particulars().personNumber().value(), identityNumber()));
        InsuredPerson sameIdentity = register(People.another(
                known.particulars(),
                ids.next('N'),
                known.particulars().identityNumber().value()));
        InsuredPerson first = fresh();
        InsuredPerson last = fresh();
        InsuredPerson lost = changed(known, CardState.LOST);

        expect(
                persons().saveAll(List.of(first, sameNumber, lost, late, sameIdentity, last)),
                List.of(
                        Saving.SAVED,
                        Saving.PERSON_NUMBER_TAKEN,
                        Saving.SAVED,
                        Saving.CHANGED_MEANWHILE,
                        Saving.IDENTITY_NUMBER_TAKEN,
                        Saving.SAVED));

        expect(persons().find(first.id()), first);
        expect(persons().find(last.id()), last);
        expect(persons().find(known.id()), lost);
        expect(persons().find(overtaken.id()), changed(overtaken, CardState.LOST));
        expect(persons().saveAll(List.of()), List.of());
    }

    @Test
    void refusesAmongManyAChangeToAnotherPersonsIdentityNumber() {
        InsuredPerson one = fresh();
        InsuredPerson other = fresh();
        save(persons().add(one), Saving.SAVED);
        save(persons().add(other), Saving.SAVED);
        Particulars taken = People.another(
                one.particulars(),
                one.particulars().personNumber().value(),
                other.particulars().identityNumber().value());
        InsuredPerson lost = changed(other, CardState.LOST);

        expect(
                persons().saveAll(List.of(one.update(taken, "agency", NOW), lost)),
                List.of(Saving.IDENTITY_NUMBER_TAKEN, Saving.SAVED));

        expect(persons().find(one.id()), one);
        expect(persons().find(other.id()), lost);
    }

    @Test
    void remembersTheBatchThatSaidSo() {
        Particulars particulars = People.another(People.retiree(), ids.next('N'), identityNumber());
        InsuredPerson person =
                InsuredPerson.register(ids.nextPersonId(), particulars, new Word("agency", NOW, "b" + "a".repeat(26)));
        save(persons().add(person), Saving.SAVED);

        expect(persons().find(person.id()), person);
    }

    @Test
    void isUnpublishedAgainAfterAChange() {
        InsuredPerson person = fresh();
        save(persons().add(person), Saving.SAVED);
        persons().markPublished(person.id(), 1).as(StepVerifier::create).verifyComplete();
        boolean isPendingOnceMarked = isPending(person);
        InsuredPerson lost = changed(person, CardState.LOST);
        save(persons().replace(lost), Saving.SAVED);

        persons().markPublished(person.id(), 1).as(StepVerifier::create).verifyComplete();

        assertThat(isPendingOnceMarked).isFalse();
        assertThat(isPending(lost)).isTrue();
    }

    @Test
    void isUnpublishedAgainWhenEverythingIs() {
        InsuredPerson person = fresh();
        save(persons().add(person), Saving.SAVED);
        persons().markPublished(person.id(), 1).as(StepVerifier::create).verifyComplete();

        persons().markAllUnpublished().as(StepVerifier::create).verifyComplete();

        assertThat(isPending(person)).isTrue();
    }

    private boolean isPending(InsuredPerson person) {
        List<InsuredPerson> pending = persons()
                .unpublished(1000)
                .map(InsuredPersons.Unpublished::person)
                .collectList()
                .blockOptional()
                .orElseThrow();
        return pending.contains(person);
    }

    private static InsuredPerson changed(InsuredPerson person, CardState state) {
        return person.update(People.with(person.particulars(), List.of(People.card(state))), "agency", NOW);
    }

    private InsuredPerson fresh() {
        return register(People.with(
                People.another(People.retiree(), ids.next('N'), identityNumber()),
                List.of(People.card(CardState.ACTIVE))));
    }

    private InsuredPerson register(Particulars particulars) {
        return InsuredPerson.register(ids.nextPersonId(), particulars, "agency", NOW);
    }

    /** Twelve random digits after a region that does not exist. */
    private String identityNumber() {
        StringBuilder digits = new StringBuilder("999999");
        for (byte one : ids.bytes(12)) {
            digits.append((one & 0xff) % 10);
        }
        return new IdentityNumber(digits.toString()).value();
    }

    private static void save(Mono<Saving> saving, Saving outcome) {
        expect(saving, outcome);
    }

    private static <T> void expect(Mono<T> actual, T expected) {
        actual.as(StepVerifier::create).expectNext(expected).verifyComplete();
    }
}
