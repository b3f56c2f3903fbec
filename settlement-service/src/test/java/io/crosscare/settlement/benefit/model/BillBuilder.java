package io.crosscare.settlement.benefit.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bills for tests, each line with its own item in a catalogue of its own. Begins as a Zhenjiang employee's stay in Shanghai. */
public final class BillBuilder {

    private final List<FeeLine> lines = new ArrayList<>();
    private final Map<String, CatalogueItem> items = new HashMap<>();
    private RegionCode insuredRegion = new RegionCode("321100");
    private RegionCode careRegion = new RegionCode("310000");
    private PersonType personType = PersonType.ACTIVE;
    private ServiceType serviceType = ServiceType.INPATIENT;
    private InstitutionLevel level = InstitutionLevel.L3;
    private Trip trip = Trip.LONG_TERM;
    private DestinationType destinationType = DestinationType.CROSS_PROVINCE;
    private @Nullable String specialTreatment;
    private boolean usesPersonalAccount;
    private @Nullable ContinuedAdmission continued;
    private LocalDate date = LocalDate.parse("2019-09-10");
    private @Nullable LocalDate from;
    private BenefitYear benefitYear = BenefitYear.CALENDAR;

    public static BillBuilder aBill() {
        return new BillBuilder();
    }

    public BillBuilder of(PersonType type) {
        personType = type;
        return this;
    }

    public BillBuilder insuredInNanjing() {
        insuredRegion = new RegionCode("320100");
        return this;
    }

    public BillBuilder on(String day) {
        date = LocalDate.parse(day);
        return this;
    }

    /** From one day to another, as one claim. */
    public BillBuilder from(String first, String last) {
        from = LocalDate.parse(first);
        return on(last);
    }

    public BillBuilder onASchoolYear() {
        benefitYear = BenefitYear.SCHOOL;
        return this;
    }

    public BillBuilder as(ServiceType service) {
        serviceType = service;
        return this;
    }

    public BillBuilder at(InstitutionLevel institutionLevel) {
        level = institutionLevel;
        return this;
    }

    public BillBuilder to(DestinationType destination) {
        destinationType = destination;
        careRegion = new RegionCode(
                switch (destination) {
                    case HOME -> insuredRegion.value();
                    case IN_CITY -> "321181";
                    case IN_PROVINCE -> "320500";
                    case CROSS_PROVINCE -> "310000";
                });
        return this;
    }

    public BillBuilder transferred() {
        trip = Trip.TRANSFER;
        return this;
    }

    public BillBuilder forTreatment(String code) {
        trip = Trip.TRANSFER;
        specialTreatment = code;
        return this;
    }

    public BillBuilder usingTheAccount() {
        usesPersonalAccount = true;
        return this;
    }

    /** Of a stay that was settled on the way: its number in the year, and what it has paid of its deductible. */
    public BillBuilder continuing(long admissionNumber, long deductiblePaidFen) {
        continued = new ContinuedAdmission(admissionNumber, Money.ofFen(deductiblePaidFen));
        return this;
    }

    /** A line of class A. */
    public BillBuilder covered(long fen) {
        return line(fen, ItemClass.A, 0, null);
    }

    public BillBuilder classB(long fen, int basisPoints) {
        return line(fen, ItemClass.B, basisPoints, null);
    }

    public BillBuilder outside(long fen) {
        return line(fen, ItemClass.C, 0, null);
    }

    /** Its item is in no catalogue. */
    public BillBuilder unlisted(long fen) {
        outside(fen);
        items.remove(lines.getLast().itemCode());
        return this;
    }

    public BillBuilder limited(long fen, long limitFen, int basisPoints) {
        return line(fen, basisPoints == 0 ? ItemClass.A : ItemClass.B, basisPoints, Money.ofFen(limitFen));
    }

    private BillBuilder line(long fen, ItemClass itemClass, int basisPoints, @Nullable Money lineLimit) {
        int number = lines.size() + 1;
        String code = "T" + number;
        Map<InsurancePlan, Ratio> upfront = basisPoints == 0
                ? Map.of()
                : Map.of(
                        InsurancePlan.EMPLOYEE, new Ratio(basisPoints),
                        InsurancePlan.RESIDENT, new Ratio(basisPoints));
        items.put(code, new CatalogueItem(code, code, ItemKind.SERVICE, itemClass, upfront, Map.of(), lineLimit));
        lines.add(new FeeLine(
                number, code, null, fen < 0 ? -10_000 : 10_000, Math.abs(fen) * 10_000, Money.ofFen(fen), date));
        return this;
    }

    public Circumstances circumstances() {
        return new Circumstances(
                insuredRegion,
                careRegion,
                personType.plan(),
                personType,
                benefitYear,
                serviceType,
                level,
                trip,
                destinationType,
                specialTreatment,
                usesPersonalAccount,
                from == null ? date : from,
                date,
                serviceType == ServiceType.INPATIENT ? continued : null);
    }

    public Bill bill() {
        return new Bill(circumstances(), lines);
    }

    public Catalogue catalogue() {
        return new Catalogue(careRegion, new Wording("测试目录", "fixture"), date, Confidence.ASSUMED, "fixture", items);
    }

    public SplitOutcome outcome(PolicyPack pack, Counters before) {
        return BenefitCalculation.split(bill(), pack, catalogue(), before);
    }

    public CostSplit split(PolicyPack pack, Counters before) {
        return Splits.of(bill(), pack, catalogue(), before);
    }
}
