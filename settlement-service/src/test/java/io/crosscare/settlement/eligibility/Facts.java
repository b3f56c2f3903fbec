package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.Connectivity;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.Direction;
import io.crosscare.settlement.eligibility.model.EligibilityReadings;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RegionScope;
import io.crosscare.settlement.eligibility.pack.EligibilityReadingsPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the owners would say, for tests: regions and dates as in domain.md §1.3. */
public final class Facts {

    public static final RegionCode ZHENJIANG = new RegionCode("321100");
    public static final RegionCode NANJING = new RegionCode("320100");
    public static final RegionCode SHANGHAI = new RegionCode("310000");
    public static final RegionCode JIAXING = new RegionCode("330400");
    public static final RegionCode HANGZHOU = new RegionCode("330100");

    /** The statements on connections that the tests need, as printed. */
    public static final Connectivity CONNECTIVITY = new Connectivity(List.of(
            row("321100", "321100", null, "OPEN", Set.of(InsurancePlan.values()), ServiceType.OUTPATIENT),
            row("321100", "320000", null, "OPEN", Set.of(InsurancePlan.values()), ServiceType.OUTPATIENT),
            row("321100", "320000", null, "OPEN", Set.of(InsurancePlan.values()), ServiceType.INPATIENT),
            row("321100", "*", null, "OPEN", Set.of(InsurancePlan.values()), ServiceType.INPATIENT),
            row("321100", "310000", null, "OPEN", Set.of(InsurancePlan.values()), ServiceType.OUTPATIENT),
            row("321100", "330000", null, "NOT_CONNECTED", Set.of(), ServiceType.OUTPATIENT),
            row("321100", "*", null, "NOT_CONNECTED", Set.of(), ServiceType.OUTPATIENT),
            row("320100", "310000", "2019-04-18", "OPEN", Set.of(InsurancePlan.EMPLOYEE), ServiceType.OUTPATIENT),
            row("320100", "330400", "2019-10-28", "OPEN", Set.of(InsurancePlan.EMPLOYEE), ServiceType.OUTPATIENT),
            row("320100", "330000", null, "NOT_CONNECTED", Set.of(), ServiceType.OUTPATIENT)));

    /** As shipped. */
    public static final EligibilityReadings READINGS = EligibilityReadingsPack.load("/eligibility-readings.json");

    private Facts() {}

    public static ConnectivityRow row(
            String insured,
            String care,
            @Nullable String from,
            String status,
            Set<InsurancePlan> plans,
            ServiceType service) {
        return new ConnectivityRow(
                insured + "-" + care + "-" + service + "-OUTBOUND",
                RegionScope.parse(insured),
                RegionScope.parse(care),
                Set.of(service),
                plans,
                Direction.OUTBOUND,
                from == null ? null : LocalDate.parse(from),
                status,
                1);
    }

    /** An institution of a region that takes everybody in every service. */
    public static InstitutionFacts institution(RegionCode region) {
        return institution(region, "OPEN", null, "320000", "*");
    }

    public static InstitutionFacts institution(
            RegionCode region, String status, @Nullable LocalDate from, String... counterparts) {
        List<InstitutionFacts.Capability> capabilities = List.of(counterparts).stream()
                .map(counterpart -> new InstitutionFacts.Capability(
                        "FIXTURE",
                        Set.of(ServiceType.OUTPATIENT, ServiceType.INPATIENT),
                        Direction.INBOUND,
                        RegionScope.parse(counterpart),
                        from,
                        null))
                .toList();
        InstitutionCode code = new InstitutionCode("H" + region.value() + "00001");
        return new InstitutionFacts(code, "测试医院", region, InstitutionLevel.L3, status, capabilities, 1);
    }

    public static PersonFacts person(RegionCode region, PersonType type) {
        return person(region, type, "ACTIVE", CardKind.PROVINCIAL_CARD, "ACTIVE");
    }

    public static PersonFacts person(
            RegionCode region, PersonType type, String insuranceStatus, CardKind card, String cardState) {
        return person(region, type, insuranceStatus, new PersonFacts.Card(card, region, cardState));
    }

    public static PersonFacts person(
            RegionCode region, PersonType type, String insuranceStatus, PersonFacts.Card... cards) {
        return new PersonFacts(
                Entries.PERSON, region, type.plan(), type, insuranceStatus, false, List.of(cards), List.of(), 1);
    }

    public static FilingFacts filing(RegionCode careRegion, String from, @Nullable String to) {
        return filing(Entries.PERSON, "LONG_TERM_RESIDENT", careRegion, from, to);
    }

    /** One of several filings of the same person. */
    public static FilingFacts filing(char letter, RegionCode careRegion, String from, @Nullable String to) {
        FilingFacts filing = filing(careRegion, from, to);
        return new FilingFacts(
                "f" + String.valueOf(letter).repeat(26),
                filing.person(),
                careRegion,
                filing.category(),
                filing.effectiveFrom(),
                filing.effectiveTo(),
                filing.state(),
                null,
                1);
    }

    public static FilingFacts filing(
            PersonId person, String category, RegionCode careRegion, String from, @Nullable String to) {
        return new FilingFacts(
                "f" + "a".repeat(26),
                person,
                careRegion,
                category,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                "EFFECTIVE",
                null,
                1);
    }
}
