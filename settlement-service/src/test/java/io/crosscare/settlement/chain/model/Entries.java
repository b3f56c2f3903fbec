package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.money.Ratio;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.chain.model.External.CorePayment;
import io.crosscare.settlement.chain.model.External.Manner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Entries for tests: the chain of golden case D01. */
public final class Entries {

    public static final PersonId PERSON = new PersonId("p" + "a".repeat(26));
    public static final RegionCode ZHENJIANG = new RegionCode("321100");
    public static final RegionCode SHANGHAI = new RegionCode("310000");
    public static final InstitutionCode ZHONGSHAN = new InstitutionCode("H31000000001");
    public static final Instant NOW = Instant.parse("2026-11-24T01:02:03.004Z");

    private static final ContentHash REQUEST =
            new CanonicalForm("test").text("request").hash();

    private Entries() {}

    public static VisitId visit(char letter) {
        return new VisitId("v" + String.valueOf(letter).repeat(26));
    }

    public static Key key(String callerKey) {
        return Key.of(ZHONGSHAN.value(), EntryKind.SETTLEMENT, callerKey);
    }

    public static Opening opening(Head head, String callerKey) {
        Counters counters =
                Counters.of(Map.of("2019/deductible.outpatient", 35_000L, "2019/pooled.outpatient", 120_000L));
        Key key = Key.of(ZHENJIANG.value(), EntryKind.OPENING, callerKey);
        return new Opening(head.next(NOW, counters), key, REQUEST, ZHENJIANG);
    }

    public static AccountCredit credit(Head head, String callerKey) {
        Money amount = Money.ofFen(20_000);
        Key key = Key.of(ZHENJIANG.value(), EntryKind.ACCOUNT_CREDIT, callerKey);
        return new AccountCredit(head.next(NOW, AccountCredit.deltaOf(amount)), key, REQUEST, ZHENJIANG, amount);
    }

    /** What the core of Zhenjiang paid as a person's n-th. */
    public static CorePayment payment(long sequence) {
        return new CorePayment(
                "HX-" + sequence, sequence, Manner.MANUAL, LocalDate.of(2019, 8, 1), ServiceType.OUTPATIENT);
    }

    public static External external(Head head, long sequence, String callerKey) {
        CorePayment payment = payment(sequence);
        return new External(
                head.next(NOW, External.deltaOf(Counters.of("2019/pooled.outpatient", 5_000L))),
                Key.ofCore(ZHENJIANG, payment.coreNumber()),
                REQUEST,
                ZHENJIANG,
                payment,
                Key.of(ZHENJIANG.value(), EntryKind.EXTERNAL, callerKey));
    }

    /** The person moves to Shanghai. */
    public static Closing closing(Head head, String callerKey) {
        return new Closing(
                head.next(NOW, Closing.deltaOn(head.counters())),
                Key.of(ZHENJIANG.value(), EntryKind.CLOSING, callerKey),
                REQUEST,
                ZHENJIANG,
                SHANGHAI,
                LocalDate.of(2019, 12, 31));
    }

    /** A settlement of D01's amounts, of batch 1 of a visit. */
    public static Settlement settlement(Head head, String callerKey, VisitId visit) {
        Counters delta = Counters.of(
                Map.of("2019/deductible.outpatient", 15_000L, "2019/pooled.outpatient", 50_888L, "account", -20_000L));
        return settlement(head, callerKey, visit, delta);
    }

    /** The same, with the day of its filing that decided. */
    public static Settlement decidedOn(LocalDate day, Settlement settlement) {
        Care care = settlement.care();
        return new Settlement(
                settlement.link(),
                settlement.key(),
                settlement.requestHash(),
                new Care(
                        care.visit(),
                        care.scope(),
                        care.institution(),
                        care.careRegion(),
                        care.insuredRegion(),
                        care.plan(),
                        care.personType(),
                        care.serviceType(),
                        care.serviceFrom(),
                        care.serviceTo(),
                        care.filingId(),
                        care.filingCategory(),
                        day),
                settlement.generation(),
                settlement.amounts(),
                settlement.basis(),
                settlement.answerVersion(),
                settlement.invoiceNumber(),
                settlement.flags());
    }

    public static Settlement settlement(Head head, String callerKey, VisitId visit, Counters delta) {
        Care care = new Care(
                visit,
                new Scope.Batch("1"),
                ZHONGSHAN,
                SHANGHAI,
                ZHENJIANG,
                InsurancePlan.EMPLOYEE,
                PersonType.RETIRED,
                ServiceType.OUTPATIENT,
                LocalDate.of(2019, 9, 10),
                LocalDate.of(2019, 9, 10),
                "f" + "a".repeat(26),
                "RETIRED_RESETTLED",
                null);
        Basis basis = new Basis("b".repeat(64), "c".repeat(64), "d".repeat(64), 1);
        return new Settlement(
                head.next(NOW, delta),
                key(callerKey),
                REQUEST,
                care,
                0,
                amountsOfD01(),
                basis,
                Settlement.ANSWER_VERSION,
                "FP-1",
                Set.of(SettlementFlag.PREVIEW_NOT_COMPARED));
    }

    /** D01 with one of its three lines given back: the rest, on the head after it. */
    public static Settlement adjustment(Head head, Settlement original, String callerKey) {
        Counters rest = Counters.of(
                Map.of("2019/deductible.outpatient", 15_000L, "2019/pooled.outpatient", 27_050L, "account", -20_000L));
        return new Settlement(
                head.next(NOW, original.counted().negate().plus(rest)),
                Key.undoOf(original.key()),
                REQUEST,
                original.care(),
                original.generation(),
                amountsOfTheRest(),
                new Basis("e".repeat(64), "c".repeat(64), "d".repeat(64), 1),
                Settlement.ANSWER_VERSION,
                original.invoiceNumber(),
                Set.of(),
                new Settlement.Replaced(
                        original.id(),
                        original.amounts(),
                        original.counted(),
                        Key.of(ZHONGSHAN.value(), EntryKind.ADJUSTMENT, callerKey)));
    }

    /** The undo of a settlement, on the head after it. */
    public static Undo undo(Settlement settlement, EntryKind kind, String callerKey) {
        return undo(Head.of(settlement), settlement, kind, callerKey);
    }

    public static Undo undo(Head head, Settlement settlement, EntryKind kind, String callerKey) {
        return Undo.on(head, NOW, settlement, kind, REQUEST, Key.of(ZHONGSHAN.value(), kind, callerKey));
    }

    /** A reversal of a key that has not come. */
    public static VoidedKey voided(Head head, String reversedKey, String callerKey) {
        return new VoidedKey(
                head.next(NOW, Counters.NONE),
                key(reversedKey),
                REQUEST,
                ZHENJIANG,
                ZHONGSHAN,
                Key.of(ZHONGSHAN.value(), EntryKind.REVERSAL, callerKey));
    }

    /** An empty chain with money on the account, so that D01 can be settled on it. */
    public static Head headWithAccount() {
        return Head.of(credit(Head.empty(PERSON), "credit"));
    }

    private static SplitAmounts amountsOfTheRest() {
        return new SplitAmounts(
                Money.ofFen(60_700),
                Money.ofFen(4_200),
                Money.ZERO,
                Money.ofFen(1_500),
                Money.ofFen(55_000),
                Money.ZERO,
                Money.ofFen(15_000),
                new Ratio(6_500),
                Money.ofFen(27_050),
                Money.ZERO,
                Money.ZERO,
                Money.ofFen(27_050),
                Money.ofFen(33_650),
                Money.ofFen(20_000),
                Money.ofFen(13_650));
    }

    private static SplitAmounts amountsOfD01() {
        return new SplitAmounts(
                Money.ofFen(101_355),
                Money.ofFen(4_200),
                Money.ZERO,
                Money.ofFen(3_866),
                Money.ofFen(93_289),
                Money.ZERO,
                Money.ofFen(15_000),
                new Ratio(6_500),
                Money.ofFen(50_888),
                Money.ZERO,
                Money.ZERO,
                Money.ofFen(50_888),
                Money.ofFen(50_467),
                Money.ofFen(20_000),
                Money.ofFen(30_467));
    }
}
