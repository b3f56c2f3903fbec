package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What settlement knows of an insured person: no name, no number.
 *
 * @param insuranceStatus as the insured region says it; only {@code ACTIVE} pays
 * @param isOnSchoolYear whether the benefit year begins on 1 September
 * @param specialDiseases days on which the person holds an entitlement for a special disease (门特), of whichever disease
 */
public record PersonFacts(
        PersonId id,
        RegionCode insuredRegion,
        InsurancePlan plan,
        PersonType personType,
        String insuranceStatus,
        boolean isOnSchoolYear,
        List<Card> cards,
        List<Days> specialDiseases,
        long version)
        implements CopiedRecord {

    private static final String ACTIVE = "ACTIVE";

    public PersonFacts {
        cards = List.copyOf(cards);
        specialDiseases = List.copyOf(specialDiseases);
    }

    /**
     * Days, both included.
     *
     * @param to null while it is open
     */
    public record Days(LocalDate from, @Nullable LocalDate to) {

        boolean contain(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** Whether there is an entitlement for a special disease on that day. */
    public boolean hasSpecialDiseaseOn(LocalDate day) {
        return specialDiseases.stream().anyMatch(days -> days.contain(day));
    }

    /**
     * A card.
     *
     * @param state as the issuing office says it; only {@code ACTIVE} settles
     */
    public record Card(CardKind kind, RegionCode issuedBy, String state) {

        boolean isActive() {
            return state.equals(ACTIVE);
        }
    }

    boolean isInsuranceActive() {
        return insuranceStatus.equals(ACTIVE);
    }

    /** Whether there is a card of this kind, whoever issued it. */
    boolean hasCard(CardKind kind) {
        return cards.stream().anyMatch(card -> card.kind() == kind);
    }

    /** The card of this kind that an office of the insured region issued; an active one before others. */
    Optional<Card> card(CardKind kind) {
        List<Card> own = cards.stream()
                .filter(card -> card.kind() == kind && card.issuedBy().isSameCityAs(insuredRegion))
                .toList();
        return own.stream()
                .filter(Card::isActive)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    @Override
    public String recordId() {
        return id.value();
    }
}
