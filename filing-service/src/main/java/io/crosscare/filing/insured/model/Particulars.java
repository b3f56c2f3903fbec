package io.crosscare.filing.insured.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an insured region's core system says of a person. Two equal particulars say the same, so receiving them again changes
 * nothing.
 *
 * @param householdRegistration where the household is registered (户籍); as fine as the agency knows it
 * @param isOnSchoolYear whether the benefit year is the school year, as some regions have it for pupils and students
 */
public record Particulars(
        RegionCode insuredRegion,
        PersonNumber personNumber,
        InsurancePlan plan,
        PersonType personType,
        PersonName name,
        IdentityNumber identityNumber,
        @Nullable Phone phone,
        InsuranceStatus insuranceStatus,
        RegionCode householdRegistration,
        boolean isOnSchoolYear,
        List<Card> cards) {

    public static final int CARDS_MAX = 10;

    public Particulars {
        cards = List.copyOf(cards);
        if (!plan.knows(personType)) {
            throw new IllegalArgumentException("plan " + plan + " has no person type " + personType);
        }
        if (cards.size() > CARDS_MAX || hasRepeated(cards)) {
            throw new IllegalArgumentException("at most " + CARDS_MAX + " cards, each once");
        }
    }

    /** Whether two of the cards are the same card. */
    public static boolean hasRepeated(List<Card> cards) {
        Set<CardNumber> seen = new HashSet<>();
        return cards.stream().anyMatch(card -> !seen.add(card.number()));
    }

    /** The names of what differs, never the values: fit for a history. */
    List<String> differencesFrom(Particulars other) {
        List<String> fields = new ArrayList<>();
        addIfDifferent(fields, "plan", plan, other.plan);
        addIfDifferent(fields, "personType", personType, other.personType);
        addIfDifferent(fields, "name", name, other.name);
        addIfDifferent(fields, "identityNumber", identityNumber, other.identityNumber);
        addIfDifferent(fields, "phone", phone, other.phone);
        addIfDifferent(fields, "insuranceStatus", insuranceStatus, other.insuranceStatus);
        addIfDifferent(fields, "householdRegistration", householdRegistration, other.householdRegistration);
        addIfDifferent(fields, "schoolYear", isOnSchoolYear, other.isOnSchoolYear);
        addIfDifferent(fields, "cards", cards, other.cards);
        return List.copyOf(fields);
    }

    boolean isSamePersonAs(Particulars other) {
        return insuredRegion.equals(other.insuredRegion) && personNumber.equals(other.personNumber);
    }

    private static void addIfDifferent(
            List<String> fields, String field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            fields.add(field);
        }
    }
}
