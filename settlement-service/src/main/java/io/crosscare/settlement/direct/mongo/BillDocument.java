package io.crosscare.settlement.direct.mongo;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.BenefitYear;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.ContinuedAdmission;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.GivenSplit;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Trip;
import io.crosscare.settlement.direct.model.FrozenBill;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A frozen bill as it is stored, under its hash. Public for the driver's record codec. */
public record BillDocument(
        @BsonId String id,
        String salt,
        @Nullable String filingId,
        @Nullable String filingCategory,
        @Nullable String decidedOn,
        String policyHash,
        String catalogueHash,
        CircumstancesDocument circumstances,
        List<LineDocument> lines) {

    static BillDocument of(FrozenBill frozen) {
        return new BillDocument(
                frozen.hash(),
                frozen.salt(),
                frozen.filingId(),
                frozen.filingCategory(),
                frozen.decidedOn() == null ? null : frozen.decidedOn().toString(),
                frozen.policyHash(),
                frozen.catalogueHash(),
                CircumstancesDocument.of(frozen.bill().circumstances()),
                frozen.bill().lines().stream().map(LineDocument::of).toList());
    }

    /**
     * The bill again, checked against its hash.
     *
     * @throws IllegalStateException when the document is not the one that was written
     */
    FrozenBill toFrozenBill() {
        Bill bill = new Bill(
                circumstances.toCircumstances(),
                lines.stream().map(LineDocument::toLine).toList());
        LocalDate decided = decidedOn == null ? null : LocalDate.parse(decidedOn);
        FrozenBill frozen = new FrozenBill(salt, bill, filingId, filingCategory, decided, policyHash, catalogueHash);
        if (!frozen.hash().equals(id)) {
            throw new IllegalStateException("bill " + id + " does not match its hash");
        }
        return frozen;
    }

    /**
     * See {@link Circumstances}.
     *
     * @param continuedNumber present with {@code deductiblePaidFen} where the stay was settled before
     */
    public record CircumstancesDocument(
            String insuredRegion,
            String careRegion,
            String plan,
            String personType,
            String benefitYear,
            String serviceType,
            String level,
            String trip,
            String destinationType,
            @Nullable String specialTreatment,
            boolean usesPersonalAccount,
            String serviceFrom,
            String serviceTo,
            @Nullable Long continuedNumber,
            @Nullable Long deductiblePaidFen) {

        static CircumstancesDocument of(Circumstances circumstances) {
            ContinuedAdmission continued = circumstances.continued();
            return new CircumstancesDocument(
                    circumstances.insuredRegion().value(),
                    circumstances.careRegion().value(),
                    circumstances.plan().name(),
                    circumstances.personType().name(),
                    circumstances.benefitYear().name(),
                    circumstances.serviceType().name(),
                    circumstances.level().name(),
                    circumstances.trip().name(),
                    circumstances.destinationType().name(),
                    circumstances.specialTreatment(),
                    circumstances.usesPersonalAccount(),
                    circumstances.serviceFrom().toString(),
                    circumstances.serviceTo().toString(),
                    continued == null ? null : continued.number(),
                    continued == null ? null : continued.deductiblePaid().fen());
        }

        Circumstances toCircumstances() {
            return new Circumstances(
                    new RegionCode(insuredRegion),
                    new RegionCode(careRegion),
                    InsurancePlan.valueOf(plan),
                    PersonType.valueOf(personType),
                    BenefitYear.valueOf(benefitYear),
                    ServiceType.valueOf(serviceType),
                    InstitutionLevel.valueOf(level),
                    Trip.valueOf(trip),
                    DestinationType.valueOf(destinationType),
                    specialTreatment,
                    usesPersonalAccount,
                    LocalDate.parse(serviceFrom),
                    LocalDate.parse(serviceTo),
                    continuedNumber == null || deductiblePaidFen == null
                            ? null
                            : new ContinuedAdmission(continuedNumber, Money.ofFen(deductiblePaidFen)));
        }
    }

    /** See {@link FeeLine}. */
    public record LineDocument(
            int lineNumber,
            String itemCode,
            @Nullable String name,
            long quantity,
            long unitPrice,
            long amountFen,
            String serviceDate,
            @Nullable GivenSplitDocument given) {

        static LineDocument of(FeeLine line) {
            return new LineDocument(
                    line.lineNumber(),
                    line.itemCode(),
                    line.name(),
                    line.quantityTenThousandths(),
                    line.unitPriceMillionths(),
                    line.amount().fen(),
                    line.serviceDate().toString(),
                    line.given() == null ? null : GivenSplitDocument.of(line.given()));
        }

        FeeLine toLine() {
            return new FeeLine(
                    lineNumber,
                    itemCode,
                    name,
                    quantity,
                    unitPrice,
                    Money.ofFen(amountFen),
                    LocalDate.parse(serviceDate),
                    given == null ? null : given.toGivenSplit());
        }
    }

    /** See {@link GivenSplit}. */
    public record GivenSplitDocument(
            long fullSelfPayFen, long overLimitSelfPayFen, long upfrontSelfPayFen, long eligibleCostFen) {

        static GivenSplitDocument of(GivenSplit given) {
            return new GivenSplitDocument(
                    given.fullSelfPay().fen(),
                    given.overLimitSelfPay().fen(),
                    given.upfrontSelfPay().fen(),
                    given.eligibleCost().fen());
        }

        GivenSplit toGivenSplit() {
            return new GivenSplit(
                    Money.ofFen(fullSelfPayFen),
                    Money.ofFen(overLimitSelfPayFen),
                    Money.ofFen(upfrontSelfPayFen),
                    Money.ofFen(eligibleCostFen));
        }
    }
}
