package io.crosscare.settlement.direct.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.ContinuedAdmission;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.GivenSplit;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.VisitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bill with everything that was decided about it outside the chain: circumstances, filing, policy, catalogue. From it and a
 * head the split follows, now, when a settlement is rolled forward, and when it is explained years later.
 *
 * @param salt 16 random bytes in hexadecimal, so that the hash tells nobody what was on a bill
 * @param decidedOn the day that lies inside the filing; null for care at home
 */
public record FrozenBill(
        String salt,
        Bill bill,
        @Nullable String filingId,
        @Nullable String filingCategory,
        @Nullable LocalDate decidedOn,
        String policyHash,
        String catalogueHash) {

    private static final String VERSION = "b1";
    private static final String WITH_DECIDING_DAY = "b2";
    private static final String OF_A_CONTINUED_STAY = "b3";
    private static final String OF_CATEGORIES = "b4";

    /** The name it is stored under. */
    public String hash() {
        ContinuedAdmission continued = bill.circumstances().continued();
        CanonicalForm form = new CanonicalForm(version(continued))
                .text(salt)
                .optionalText(filingId)
                .optionalText(filingCategory)
                .text(policyHash)
                .text(catalogueHash);
        if (bill.isOfCategories()) {
            form.optionalDay(decidedOn).flag(continued != null);
        } else if (continued != null) {
            form.optionalDay(decidedOn);
        } else if (decidedOn != null) {
            form.day(decidedOn);
        }
        if (continued != null) {
            form.number(continued.number()).money(continued.deductiblePaid());
        }
        circumstances(form, bill.circumstances());
        form.number(bill.lines().size());
        bill.lines().forEach(line -> line(form, line));
        return form.hash().value();
    }

    private String version(@Nullable ContinuedAdmission continued) {
        if (bill.isOfCategories()) {
            return OF_CATEGORIES;
        }
        if (continued != null) {
            return OF_A_CONTINUED_STAY;
        }
        return decidedOn == null ? VERSION : WITH_DECIDING_DAY;
    }

    /** Numbers of its fee lines. */
    public Set<Integer> lineNumbers() {
        return bill.lines().stream().map(FeeLine::lineNumber).collect(Collectors.toUnmodifiableSet());
    }

    /** The care that a settlement of this bill pays for. */
    public Care careOf(VisitId visit, Scope scope, InstitutionCode institution) {
        Circumstances circumstances = bill.circumstances();
        return new Care(
                visit,
                scope,
                institution,
                circumstances.careRegion(),
                circumstances.insuredRegion(),
                circumstances.plan(),
                circumstances.personType(),
                circumstances.serviceType(),
                circumstances.serviceFrom(),
                circumstances.serviceTo(),
                filingId,
                filingCategory,
                decidedOn);
    }

    /**
     * What is left of it when these parts of its lines are given back; the lines that are given back whole are not there any
     * more. The salt stays, so that the same returns of the same bill are the same rest, and as hard to guess.
     *
     * @param returns by line number, each within its line and at least one line left
     */
    public FrozenBill without(Map<Integer, LineReturn> returns) {
        List<FeeLine> rest = bill.lines().stream()
                .flatMap(line -> {
                    LineReturn returned = returns.get(line.lineNumber());
                    if (returned == null) {
                        return Stream.of(line);
                    }
                    return returned.isWhole(line) ? Stream.empty() : Stream.of(returned.restOf(line));
                })
                .toList();
        return new FrozenBill(
                salt,
                new Bill(bill.circumstances(), rest),
                filingId,
                filingCategory,
                decidedOn,
                policyHash,
                catalogueHash);
    }

    private static void circumstances(CanonicalForm form, Circumstances circumstances) {
        form.text(circumstances.insuredRegion().value())
                .text(circumstances.careRegion().value())
                .text(circumstances.plan().name())
                .text(circumstances.personType().name())
                .text(circumstances.benefitYear().name())
                .text(circumstances.serviceType().name())
                .text(circumstances.level().name())
                .text(circumstances.trip().name())
                .text(circumstances.destinationType().name())
                .optionalText(circumstances.specialTreatment())
                .flag(circumstances.usesPersonalAccount())
                .day(circumstances.serviceFrom())
                .day(circumstances.serviceTo());
    }

    private static void line(CanonicalForm form, FeeLine line) {
        form.number(line.lineNumber())
                .text(line.itemCode())
                .optionalText(line.name())
                .number(line.quantityTenThousandths())
                .number(line.unitPriceMillionths())
                .money(line.amount())
                .day(line.serviceDate());
        GivenSplit given = line.given();
        if (given != null) {
            form.money(given.fullSelfPay())
                    .money(given.overLimitSelfPay())
                    .money(given.upfrontSelfPay())
                    .money(given.eligibleCost());
        }
    }
}
