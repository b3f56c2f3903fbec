package io.crosscare.settlement.benefit.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks a pack and gathers its figures, each once, in the order in which the calculation asks for them. */
final class PackFigures {

    private final Set<Figure<?>> figures = new LinkedHashSet<>();

    private PackFigures() {}

    static List<Figure<?>> of(PolicyPack pack) {
        PackFigures walk = new PackFigures();
        walk.readings(pack.readings());
        for (ServiceType service : ServiceType.values()) {
            ServiceBenefit benefit = pack.services().get(service);
            if (benefit != null) {
                walk.benefit(benefit);
            }
        }
        TransferRule transfer = pack.transfer();
        if (transfer != null) {
            walk.transfer(transfer);
        }
        SeriousIllnessInsurance seriousIllness = pack.seriousIllness();
        if (seriousIllness != null) {
            walk.add(seriousIllness.start());
            walk.add(seriousIllness.bands());
        }
        return new ArrayList<>(walk.figures);
    }

    private void readings(Readings readings) {
        for (DestinationType destination : DestinationType.values()) {
            add(readings.catalogueOwners().get(destination));
        }
        add(readings.upfrontBase());
        add(readings.ceilingBasis());
        add(readings.accountScope());
    }

    private void benefit(ServiceBenefit benefit) {
        DeductibleRule deductible = benefit.deductible();
        if (deductible != null) {
            table(deductible.amounts());
            if (deductible instanceof DeductibleRule.PerAdmission perAdmission) {
                perAdmission.shares().forEach(this::add);
            }
        }
        table(benefit.ratios());
        FigureTable<?> ceiling = benefit.ceiling();
        if (ceiling != null) {
            table(ceiling);
        }
        LargeAmountFund largeAmount = benefit.largeAmount();
        if (largeAmount != null) {
            add(largeAmount.ratio());
            add(largeAmount.ceiling());
        }
    }

    private void transfer(TransferRule transfer) {
        terms(transfer.special());
        terms(transfer.notSpecial());
        for (ServiceType service : ServiceType.values()) {
            add(transfer.clinicRatios().get(service));
        }
        add(transfer.deductibleLevel());
    }

    private void terms(TransferRule.Terms terms) {
        add(terms.upfront());
        add(terms.clinicShare());
        add(terms.ratioShift());
    }

    private void table(FigureTable<?> table) {
        for (PersonType personType : PersonType.values()) {
            for (InstitutionLevel level : InstitutionLevel.values()) {
                table.find(personType, level).ifPresent(this::add);
            }
        }
    }

    private void add(@Nullable Figure<?> figure) {
        if (figure != null) {
            figures.add(figure);
        }
    }
}
