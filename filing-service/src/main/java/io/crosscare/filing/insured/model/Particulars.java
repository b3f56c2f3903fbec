package io.crosscare.filing.insured.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
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
 * @param statusFrom first day of the present insurance status; null where the region does not say
 * @param statusTo last day of it; null where it has no end, or the region does not say
 * @param communityClinic 本人社区卫生服务机构, whose ratio decides for residents (Z 基本政策 六); null where none is known
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
        List<Card> cards,
        @Nullable LocalDate statusFrom,
        @Nullable LocalDate statusTo,
        @Nullable InstitutionCode communityClinic,
        List<DiseaseEntitlement> diseaseEntitlements) {

    public static final int CARDS_MAX = 10;
    public static final int ENTITLEMENTS_MAX = 10;

    public Particulars {
        cards = List.copyOf(cards);
        diseaseEntitlements = List.copyOf(diseaseEntitlements);
        if (!plan.knows(personType)) {
            throw new IllegalArgumentException("plan " + plan + " has no person type " + personType);
        }
        if (cards.size() > CARDS_MAX || hasRepeated(cards)) {
            throw new IllegalArgumentException("at most " + CARDS_MAX + " cards, each once");
        }
        if (statusTo != null && (statusFrom == null || statusTo.isBefore(statusFrom))) {
            throw new IllegalArgumentException("a status ends on the day it begins or later");
        }
        if (communityClinic != null && plan != InsurancePlan.RESIDENT) {
            throw new IllegalArgumentException("a community clinic of one's own is for residents");
        }
        if (diseaseEntitlements.size() > ENTITLEMENTS_MAX || hasOverlapping(diseaseEntitlements)) {
            throw new IllegalArgumentException(
                    "at most " + ENTITLEMENTS_MAX + " entitlements, each disease once at a time");
        }
    }

    /** What every region says; without status dates, community clinic and disease entitlements. */
    public Particulars(
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
        this(
                insuredRegion,
                personNumber,
                plan,
                personType,
                name,
                identityNumber,
                phone,
                insuranceStatus,
                householdRegistration,
                isOnSchoolYear,
                cards,
                null,
                null,
                null,
                List.of());
    }

    /** Whether two of the entitlements speak for the same disease on the same day. */
    public static boolean hasOverlapping(List<DiseaseEntitlement> entitlements) {
        for (int i = 0; i < entitlements.size(); i++) {
            DiseaseEntitlement one = entitlements.get(i);
            if (entitlements.subList(i + 1, entitlements.size()).stream().anyMatch(one::overlaps)) {
                return true;
            }
        }
        return false;
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
        addIfDifferent(fields, "statusFrom", statusFrom, other.statusFrom);
        addIfDifferent(fields, "statusTo", statusTo, other.statusTo);
        addIfDifferent(fields, "communityClinic", communityClinic, other.communityClinic);
        addIfDifferent(fields, "diseaseEntitlements", diseaseEntitlements, other.diseaseEntitlements);
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
