package io.crosscare.settlement.policy;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.AccountScope;
import io.crosscare.settlement.benefit.model.CatalogueOwner;
import io.crosscare.settlement.benefit.model.CeilingBasis;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Readings;
import io.crosscare.settlement.benefit.model.SeriousIllnessInsurance;
import io.crosscare.settlement.benefit.model.UpfrontBase;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.benefit.model.YearEnd;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.document.DocumentRefused;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a policy pack from its YAML document. Strict: an unknown or repeated field, a missing or unused figure, a value out of
 * range, bands that overlap are refused with the line. {@code policies/README.md} describes the form.
 */
public final class PolicyReader {

    private final YamlFields root;
    private final FigureBook figures;

    private PolicyReader(YamlFields root) {
        this.root = root;
        this.figures = new FigureBook(root.require("figures"), root.require("sources"));
    }

    /**
     * The pack a document describes.
     *
     * @throws DocumentRefused with the first flaw found
     */
    public static PolicyPack read(CanonicalText document) {
        return readDocument(document).pack();
    }

    /** As {@link #read}, with the lines in which its parts begin. */
    static LocatedPack readDocument(CanonicalText document) {
        YamlFields root = YamlValue.parse(document.text())
                .fields()
                .allowOnly(
                        "policy",
                        "title",
                        "region",
                        "plan",
                        "personTypes",
                        "from",
                        "to",
                        "sources",
                        "figures",
                        "readings",
                        "services",
                        "transfer",
                        "seriousIllness");
        Map<String, Integer> lines = new HashMap<>();
        root.all().forEach((name, value) -> lines.put(name, value.line()));
        return new LocatedPack(new PolicyReader(root).pack(), lines);
    }

    private PolicyPack pack() {
        InsurancePlan plan = root.require("plan").oneOf(InsurancePlan.class);
        Set<PersonType> personTypes = personTypesOf(plan);
        ServiceRules rules = new ServiceRules(figures, personTypes);
        PolicyPack pack = new PolicyPack(
                root.require("policy").text(),
                title(),
                region(),
                plan,
                personTypes,
                root.require("from").date(),
                to(),
                readings(),
                rules.services(root.require("services")),
                root.find("transfer").map(rules::transfer).orElse(null),
                root.find("seriousIllness").map(this::seriousIllness).orElse(null));
        figures.refuseUnused();
        return pack;
    }

    private Wording title() {
        YamlFields title = root.require("title").fields().allowOnly("zh", "en");
        return new Wording(title.require("zh").text(), title.require("en").text());
    }

    private RegionCode region() {
        YamlValue region = root.require("region");
        try {
            return new RegionCode(region.text());
        } catch (IllegalArgumentException _) {
            throw region.flaw("应为六位行政区划代码", "must be a region code of six digits");
        }
    }

    private @Nullable LocalDate to() {
        YamlValue to = root.find("to").orElse(null);
        if (to == null) {
            return null;
        }
        if (to.date().isBefore(root.require("from").date())) {
            throw to.flaw("终止日期早于起始日期", "lies before the first day");
        }
        return to.date();
    }

    private Set<PersonType> personTypesOf(InsurancePlan plan) {
        Set<PersonType> personTypes = EnumSet.noneOf(PersonType.class);
        YamlValue list = root.require("personTypes");
        for (YamlValue item : list.items()) {
            PersonType personType = item.oneOf(PersonType.class);
            if (personType.plan() != plan) {
                throw item.flaw("不属于该险种的人员类别", "is no person type of this plan");
            }
            if (!personTypes.add(personType)) {
                throw item.flaw("人员类别重复", "occurs twice");
            }
        }
        if (personTypes.isEmpty()) {
            throw list.flaw("至少需要一个人员类别", "needs at least one person type");
        }
        return personTypes;
    }

    private Readings readings() {
        YamlFields fields = root.require("readings")
                .fields()
                .allowOnly("upfrontBase", "ceilingBasis", "accountScope", "catalogue", "yearEnd");
        YamlFields owners = fields.require("catalogue").fields();
        Map<DestinationType, Figure<CatalogueOwner>> catalogueOwners = new EnumMap<>(DestinationType.class);
        owners.allowOnly("HOME", "IN_CITY", "IN_PROVINCE", "CROSS_PROVINCE");
        for (DestinationType destination : DestinationType.values()) {
            catalogueOwners.put(destination, figures.reading(owners.require(destination.name()), CatalogueOwner.class));
        }
        return new Readings(
                figures.reading(fields.require("upfrontBase"), UpfrontBase.class),
                figures.reading(fields.require("ceilingBasis"), CeilingBasis.class),
                figures.reading(fields.require("accountScope"), AccountScope.class),
                catalogueOwners,
                fields.find("yearEnd")
                        .map(id -> figures.reading(id, YearEnd.class))
                        .orElse(null));
    }

    private SeriousIllnessInsurance seriousIllness(YamlValue value) {
        YamlFields fields = value.fields().allowOnly("start", "bands");
        var start = figures.money(fields.require("start"));
        return new SeriousIllnessInsurance(start, figures.bands(fields.require("bands"), start.value()));
    }
}
