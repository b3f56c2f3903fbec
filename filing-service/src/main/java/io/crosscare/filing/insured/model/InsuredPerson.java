package io.crosscare.filing.insured.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person insured in a hosted region: the mirror of what the region's core system says, under a random personId that says
 * nothing about the person. Each version has one entry in the history.
 *
 * @param version from 1, one more with each change
 */
public record InsuredPerson(PersonId id, Particulars particulars, long version, List<PersonChange> history) {

    public InsuredPerson {
        history = List.copyOf(history);
    }

    public static InsuredPerson register(PersonId id, Particulars particulars, String by, Instant at) {
        return register(id, particulars, new Word(by, at, null));
    }

    public static InsuredPerson register(PersonId id, Particulars particulars, Word word) {
        PersonChange registered =
                new PersonChange(PersonChange.Action.REGISTERED, word.at(), word.by(), List.of(), word.batchId());
        return new InsuredPerson(id, particulars, 1, List.of(registered));
    }

    /** This person with what the region says now, one version on; this very object when nothing differs. */
    public InsuredPerson update(Particulars received, String by, Instant at) {
        return update(received, new Word(by, at, null));
    }

    /** As {@link #update(Particulars, String, Instant)}, also on the word of a batch. */
    public InsuredPerson update(Particulars received, Word word) {
        if (!received.isSamePersonAs(particulars)) {
            throw new IllegalArgumentException("region and person number name another person");
        }
        List<String> fields = received.differencesFrom(particulars);
        if (fields.isEmpty()) {
            return this;
        }
        PersonChange updated =
                new PersonChange(PersonChange.Action.UPDATED, word.at(), word.by(), fields, word.batchId());
        List<PersonChange> changes =
                Stream.concat(history.stream(), Stream.of(updated)).toList();
        return new InsuredPerson(id, received, version + 1, changes);
    }

    /** Whether the latest version is the word of that batch. */
    public boolean isWordOf(@Nullable String batchId) {
        return batchId != null && batchId.equals(history.getLast().batchId());
    }

    public RegionCode insuredRegion() {
        return particulars.insuredRegion();
    }

    public Optional<Card> findCard(CardKind kind, CardNumber number) {
        return particulars.cards().stream()
                .filter(card -> card.is(kind, number))
                .findFirst();
    }

    /** Compares what was shown at a window with this person, whose identity number was already the one given. */
    public LookUpOutcome compareWith(@Nullable PersonName shownName, @Nullable ShownCard shownCard) {
        if (shownName != null && !shownName.isSameAs(particulars.name())) {
            return new LookUpOutcome.IdentityMismatch();
        }
        if (shownCard == null) {
            return new LookUpOutcome.Found(this, Optional.empty());
        }
        Optional<Card> card = findCard(shownCard.kind(), shownCard.number());
        return card.isPresent() ? new LookUpOutcome.Found(this, card) : new LookUpOutcome.IdentityMismatch();
    }
}
