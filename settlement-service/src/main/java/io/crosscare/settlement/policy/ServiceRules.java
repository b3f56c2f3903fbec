package io.crosscare.settlement.policy;

import io.crosscare.chassis.money.Ratio;
import io.crosscare.settlement.benefit.model.DeductibleLevel;
import io.crosscare.settlement.benefit.model.DeductibleRule;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.FigureTable;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.LargeAmountFund;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceBenefit;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.TransferRule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a policy document says about services and transfers, with figures taken from its book. */
final class ServiceRules {

    /** Written in a table's cell whose figure no source gives. */
    private static final String UNKNOWN = "unknown";

    private final FigureBook figures;
    private final Set<PersonType> personTypes;

    ServiceRules(FigureBook figures, Set<PersonType> personTypes) {
        this.figures = figures;
        this.personTypes = personTypes;
    }

    Map<ServiceType, ServiceBenefit> services(YamlValue value) {
        Map<ServiceType, ServiceBenefit> services = new EnumMap<>(ServiceType.class);
        YamlFields fields = value.fields().allowOnly("OUTPATIENT", "INPATIENT", "CHRONIC");
        for (ServiceType service : ServiceType.values()) {
            fields.find(service.name()).ifPresent(rules -> services.put(service, benefit(service, rules)));
        }
        if (services.isEmpty()) {
            throw value.flaw("至少需要一类医疗服务", "needs at least one service");
        }
        return services;
    }

    private ServiceBenefit benefit(ServiceType service, YamlValue value) {
        YamlFields fields = value.fields().allowOnly("deductible", "ratio", "ceiling", "largeAmount");
        if (fields.find("largeAmount").isPresent() && fields.find("ceiling").isEmpty()) {
            throw value.flaw("有大额支付而无封顶线", "has a large-amount fund and no ceiling above which it pays");
        }
        return new ServiceBenefit(
                fields.find("deductible").map(rule -> deductible(service, rule)).orElse(null),
                table(fields.require("ratio"), figures::ratio),
                fields.find("ceiling")
                        .map(cells -> table(cells, figures::money))
                        .orElse(null),
                fields.find("largeAmount").map(this::largeAmount).orElse(null));
    }

    private DeductibleRule deductible(ServiceType service, YamlValue value) {
        if (service != ServiceType.INPATIENT) {
            YamlFields fields = value.fields().allowOnly("yearly");
            return new DeductibleRule.Yearly(table(fields.require("yearly"), figures::money));
        }
        YamlFields fields = value.fields().allowOnly("perAdmission", "admissionShares");
        return new DeductibleRule.PerAdmission(
                table(fields.require("perAdmission"), figures::money),
                fields.find("admissionShares")
                        .map(list -> list.items().stream().map(figures::ratio).toList())
                        .orElseGet(List::of));
    }

    private LargeAmountFund largeAmount(YamlValue value) {
        YamlFields fields = value.fields().allowOnly("ratio", "ceiling");
        return new LargeAmountFund(figures.ratio(fields.require("ratio")), figures.money(fields.require("ceiling")));
    }

    TransferRule transfer(YamlValue value) {
        YamlFields fields =
                value.fields().allowOnly("destinations", "special", "notSpecial", "clinicRatios", "deductibleLevel");
        Set<DestinationType> destinations = EnumSet.noneOf(DestinationType.class);
        fields.require("destinations").items().forEach(item -> destinations.add(item.oneOf(DestinationType.class)));
        TransferRule.Terms special = terms(fields.require("special"));
        TransferRule.Terms notSpecial = terms(fields.require("notSpecial"));
        boolean takesClinicRatio = special.clinicShare() != null || notSpecial.clinicShare() != null;
        if (takesClinicRatio != fields.find("clinicRatios").isPresent()
                || takesClinicRatio != fields.find("deductibleLevel").isPresent()) {
            throw value.flaw(
                    "clinicShare、clinicRatios 和 deductibleLevel 必须同时出现",
                    "clinicShare, clinicRatios and deductibleLevel go together");
        }
        Map<ServiceType, Figure<Ratio>> clinicRatios = new EnumMap<>(ServiceType.class);
        fields.find("clinicRatios").ifPresent(ratios -> {
            YamlFields byService = ratios.fields().allowOnly("OUTPATIENT", "INPATIENT", "CHRONIC");
            byService.all().forEach((name, id) -> clinicRatios.put(ServiceType.valueOf(name), figures.ratio(id)));
        });
        return new TransferRule(
                destinations,
                special,
                notSpecial,
                clinicRatios,
                fields.find("deductibleLevel")
                        .map(id -> figures.reading(id, DeductibleLevel.class))
                        .orElse(null));
    }

    private TransferRule.Terms terms(YamlValue value) {
        YamlFields fields = value.fields().allowOnly("upfront", "clinicShare", "ratioShift");
        if (fields.find("clinicShare").isPresent() && fields.find("ratioShift").isPresent()) {
            throw value.flaw("clinicShare 和 ratioShift 不能并用", "a ratio is replaced or moved, not both");
        }
        return new TransferRule.Terms(
                fields.find("upfront").map(figures::ratio).orElse(null),
                fields.find("clinicShare").map(figures::ratio).orElse(null),
                fields.find("ratioShift").map(figures::shift).orElse(null));
    }

    /** One figure for all, one by level for all person types, or by person type and then the same two forms again. */
    private <V> FigureTable<V> table(YamlValue value, Function<YamlValue, Figure<V>> read) {
        Map<PersonType, Map<InstitutionLevel, Figure<V>>> cells = new EnumMap<>(PersonType.class);
        if (!value.isFields() || isByLevel(value.fields())) {
            Map<InstitutionLevel, Figure<V>> row = row(value, read);
            personTypes.forEach(personType -> cells.put(personType, row));
            return new FigureTable<>(cells);
        }
        YamlFields rows =
                value.fields().allowOnly(personTypes.stream().map(Enum::name).toArray(String[]::new));
        personTypes.forEach(personType -> cells.put(personType, row(rows.require(personType.name()), read)));
        return new FigureTable<>(cells);
    }

    private static boolean isByLevel(YamlFields fields) {
        Set<String> names = fields.all().keySet();
        return Arrays.stream(InstitutionLevel.values()).anyMatch(level -> names.contains(level.name()));
    }

    private static <V> Map<InstitutionLevel, Figure<V>> row(YamlValue value, Function<YamlValue, Figure<V>> read) {
        Map<InstitutionLevel, Figure<V>> row = new EnumMap<>(InstitutionLevel.class);
        @Nullable YamlFields byLevel = value.isFields() ? value.fields().allowOnly("L1", "L2", "L3", "COM") : null;
        for (InstitutionLevel level : InstitutionLevel.values()) {
            YamlValue cell = byLevel == null ? value : byLevel.require(level.name());
            if (!cell.text().equals(UNKNOWN)) {
                row.put(level, read.apply(cell));
            }
        }
        return row;
    }
}
