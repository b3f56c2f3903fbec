package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The benefit policy of one insured region, plan and time: deductibles, ratios, ceilings and what a transfer costs, each
 * figure with its source (参保地政策, Z 四(三)). Immutable; a change of policy is another pack.
 *
 * @param name {@code 321100-employee-2019}, for people; settlements refer to the content hash
 * @param personTypes whom of the plan it covers
 * @param to last day, null while it has no end
 * @param services what is not here is not covered
 * @param transfer null where a transfer costs nothing more
 * @param seriousIllness null where there is none, or its bands are not known
 */
public record PolicyPack(
        String name,
        Wording title,
        RegionCode region,
        InsurancePlan plan,
        Set<PersonType> personTypes,
        LocalDate from,
        @Nullable LocalDate to,
        Readings readings,
        Map<ServiceType, ServiceBenefit> services,
        @Nullable TransferRule transfer,
        @Nullable SeriousIllnessInsurance seriousIllness) {

    public PolicyPack {
        personTypes = Set.copyOf(personTypes);
        services = EnumTable.copyOf(ServiceType.class, services);
        if (personTypes.isEmpty() || personTypes.stream().anyMatch(type -> type.plan() != plan)) {
            throw new IllegalArgumentException("a pack covers person types of its own plan");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pack ends before it begins");
        }
        services.forEach((service, benefit) -> {
            DeductibleRule deductible = benefit.deductible();
            boolean isPerAdmission = deductible instanceof DeductibleRule.PerAdmission;
            if (deductible != null && isPerAdmission != (service == ServiceType.INPATIENT)) {
                throw new IllegalArgumentException("a stay's deductible is per admission, any other is yearly");
            }
        });
    }

    /** The same policy in force on other days. */
    public PolicyPack between(LocalDate first, @Nullable LocalDate last) {
        return new PolicyPack(
                name, title, region, plan, personTypes, first, last, readings, services, transfer, seriousIllness);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether this pack is the law for the person and the day of these circumstances. */
    public boolean governs(Circumstances circumstances) {
        return region.equals(circumstances.insuredRegion())
                && plan == circumstances.plan()
                && personTypes.contains(circumstances.personType())
                && isInForceOn(circumstances.serviceTo());
    }

    /** The region whose catalogue decides what is covered: cross-province the care region's, otherwise as the pack reads. */
    public RegionCode catalogueRegionFor(Circumstances circumstances) {
        return catalogueOwnerFor(circumstances).value().regionFor(circumstances);
    }

    /** Whose catalogue that is, with the source of the rule. */
    public Figure<CatalogueOwner> catalogueOwnerFor(Circumstances circumstances) {
        Figure<CatalogueOwner> owner = readings.catalogueOwners().get(circumstances.destinationType());
        if (owner == null) {
            throw new IllegalStateException("readings cover each destination type");
        }
        return owner;
    }

    /** Every figure and reading the pack rests on, each once. */
    public List<Figure<?>> figures() {
        return places().values().stream()
                .<Figure<?>>map(figure -> figure)
                .distinct()
                .toList();
    }

    /** The figures by the place in which a rule names them, in the order in which the calculation asks for them. */
    public Map<String, Figure<?>> places() {
        return PackPlaces.of(this);
    }

    /** The figures that hold in these circumstances, or why there are none. */
    public TermsOutcome termsFor(Circumstances circumstances) {
        return Terms.resolve(this, circumstances);
    }
}
