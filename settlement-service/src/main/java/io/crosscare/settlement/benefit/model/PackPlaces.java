package io.crosscare.settlement.benefit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks a pack and gathers its figures by the place in which a rule names them, {@code services.INPATIENT.ratio.ACTIVE.L3}, in
 * the order in which the calculation asks for them. Places are what two packs are compared by.
 */
final class PackPlaces {

    private final Map<String, Figure<?>> places = new LinkedHashMap<>();

    private PackPlaces() {}

    static Map<String, Figure<?>> of(PolicyPack pack) {
        PackPlaces walk = new PackPlaces();
        walk.readings(pack.readings());
        for (ServiceType service : ServiceType.values()) {
            ServiceBenefit benefit = pack.services().get(service);
            if (benefit != null) {
                walk.benefit("services." + service, benefit);
            }
        }
        TransferRule transfer = pack.transfer();
        if (transfer != null) {
            walk.transfer(transfer);
        }
        SeriousIllnessInsurance seriousIllness = pack.seriousIllness();
        if (seriousIllness != null) {
            walk.add("seriousIllness.start", seriousIllness.start());
            walk.add("seriousIllness.bands", seriousIllness.bands());
        }
        return walk.places;
    }

    private void readings(Readings readings) {
        for (DestinationType destination : DestinationType.values()) {
            add("readings.catalogue." + destination, readings.catalogueOwners().get(destination));
        }
        add("readings.upfrontBase", readings.upfrontBase());
        add("readings.ceilingBasis", readings.ceilingBasis());
        add("readings.accountScope", readings.accountScope());
        add("readings.yearEnd", readings.yearEnd());
    }

    private void benefit(String service, ServiceBenefit benefit) {
        DeductibleRule deductible = benefit.deductible();
        if (deductible != null) {
            table(service + ".deductible", deductible.amounts());
            if (deductible instanceof DeductibleRule.PerAdmission perAdmission) {
                list(service + ".deductible.admissionShares", perAdmission.shares());
            }
        }
        table(service + ".ratio", benefit.ratios());
        FigureTable<?> ceiling = benefit.ceiling();
        if (ceiling != null) {
            table(service + ".ceiling", ceiling);
        }
        LargeAmountFund largeAmount = benefit.largeAmount();
        if (largeAmount != null) {
            add(service + ".largeAmount.ratio", largeAmount.ratio());
            add(service + ".largeAmount.ceiling", largeAmount.ceiling());
        }
    }

    private void transfer(TransferRule transfer) {
        terms("transfer.special", transfer.special());
        terms("transfer.notSpecial", transfer.notSpecial());
        for (ServiceType service : ServiceType.values()) {
            add("transfer.clinicRatios." + service, transfer.clinicRatios().get(service));
        }
        add("transfer.deductibleLevel", transfer.deductibleLevel());
    }

    private void terms(String place, TransferRule.Terms terms) {
        add(place + ".upfront", terms.upfront());
        add(place + ".clinicShare", terms.clinicShare());
        add(place + ".ratioShift", terms.ratioShift());
    }

    private void list(String place, List<? extends Figure<?>> figures) {
        for (int i = 0; i < figures.size(); i++) {
            add(place + "[" + i + "]", figures.get(i));
        }
    }

    private void table(String place, FigureTable<?> table) {
        for (PersonType personType : PersonType.values()) {
            for (InstitutionLevel level : InstitutionLevel.values()) {
                table.find(personType, level).ifPresent(figure -> add(place + "." + personType + "." + level, figure));
            }
        }
    }

    private void add(String place, @Nullable Figure<?> figure) {
        if (figure != null) {
            places.put(place, figure);
        }
    }
}
