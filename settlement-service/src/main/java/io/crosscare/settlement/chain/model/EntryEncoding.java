package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.SplitAmounts;
import io.crosscare.settlement.chain.model.Settlement.Replaced;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * The canonical form of an entry: every field of every kind in a fixed order, never BSON or JSON text. Entries already stored
 * keep their form for ever; a further kind adds a branch, a change is a version of its own. {@code c1} is every entry but a
 * settlement that says which day of its filing decided, and that is {@code c2}.
 */
final class EntryEncoding {

    static final String VERSION = "c1";
    private static final String WITH_DECIDING_DAY = "c2";

    private EntryEncoding() {}

    static ContentHash hashOf(Entry entry) {
        return formOf(entry).hash();
    }

    static CanonicalForm formOf(Entry entry) {
        CanonicalForm form = new CanonicalForm(versionOf(entry));
        link(form, entry.link());
        form.text(entry.kind().name())
                .text(entry.key().value())
                .text(entry.slot().value())
                .text(entry.requestHash().value());
        switch (entry) {
            case Opening opening -> form.text(opening.insuredRegion().value());
            case AccountCredit credit ->
                form.text(credit.insuredRegion().value()).money(credit.amount());
            case External external -> external(form, external);
            case Closing closing ->
                form.text(closing.insuredRegion().value())
                        .text(closing.movedTo().value())
                        .day(closing.closedOn());
            case Settlement settlement -> settlement(form, settlement);
            case Undo undo -> undo(form, undo);
            case VoidedKey voided ->
                form.text(voided.insuredRegion().value())
                        .text(voided.institution().value())
                        .text(voided.callerKey().value());
        }
        postings(form, entry);
        return form;
    }

    private static String versionOf(Entry entry) {
        return entry instanceof Settlement settlement && settlement.care().decidedOn() != null
                ? WITH_DECIDING_DAY
                : VERSION;
    }

    private static void link(CanonicalForm form, Link link) {
        form.text(link.person().value())
                .number(link.seq())
                .text(link.prevHash().value())
                .instant(link.recordedAt())
                .numbers(link.before().values())
                .numbers(link.delta().values())
                .numbers(link.after().values());
    }

    private static void settlement(CanonicalForm form, Settlement settlement) {
        care(form, settlement.care());
        form.number(settlement.generation());
        amounts(form, settlement.amounts(), amount -> amount);
        Basis basis = settlement.basis();
        form.text(basis.billHash())
                .text(basis.policyHash())
                .text(basis.catalogueHash())
                .number(basis.calculationVersion())
                .number(settlement.answerVersion())
                .optionalText(settlement.invoiceNumber())
                .number(settlement.flags().size());
        settlement.flagsInOrder().forEach(flag -> form.text(flag.name()));
        Replaced replaced = settlement.replaced();
        if (replaced != null) {
            form.text(replaced.original().value());
            amounts(form, replaced.amounts(), amount -> amount);
            form.numbers(replaced.counted().values()).text(replaced.callerKey().value());
        }
    }

    private static void external(CanonicalForm form, External external) {
        External.CorePayment payment = external.payment();
        form.text(external.insuredRegion().value())
                .text(payment.coreNumber())
                .number(payment.sequence())
                .text(payment.manner().name())
                .day(payment.occurredOn())
                .text(payment.serviceType().name())
                .text(external.callerKey().value());
    }

    private static void undo(CanonicalForm form, Undo undo) {
        form.text(undo.original().value());
        care(form, undo.care());
        amounts(form, undo.undone(), Money::negate);
        form.text(undo.callerKey().value());
    }

    private static void care(CanonicalForm form, Care care) {
        form.text(care.visit().value())
                .text(care.scope().text())
                .text(care.institution().value())
                .text(care.careRegion().value())
                .text(care.insuredRegion().value())
                .text(care.plan().name())
                .text(care.personType().name())
                .text(care.serviceType().name())
                .day(care.serviceFrom())
                .day(care.serviceTo())
                .optionalText(care.filingId())
                .optionalText(care.filingCategory());
        LocalDate decidedOn = care.decidedOn();
        if (decidedOn != null) {
            form.day(decidedOn);
        }
    }

    private static void amounts(CanonicalForm form, SplitAmounts amounts, UnaryOperator<Money> moved) {
        form.money(moved.apply(amounts.totalCost()))
                .money(moved.apply(amounts.fullSelfPay()))
                .money(moved.apply(amounts.overLimitSelfPay()))
                .money(moved.apply(amounts.upfrontSelfPay()))
                .money(moved.apply(amounts.eligibleCost()))
                .money(moved.apply(amounts.transferSelfPay()))
                .money(moved.apply(amounts.deductible()))
                .number(amounts.reimbursementRatio().basisPoints())
                .money(moved.apply(amounts.pooledFundPay()))
                .money(moved.apply(amounts.largeAmountPay()))
                .money(moved.apply(amounts.seriousIllnessPay()))
                .money(moved.apply(amounts.fundPay()))
                .money(moved.apply(amounts.personalPay()))
                .money(moved.apply(amounts.personalAccountPay()))
                .money(moved.apply(amounts.cashPay()));
    }

    private static void postings(CanonicalForm form, Entry entry) {
        form.number(entry.postings().size());
        entry.postings().forEach(posting -> form.text(posting.party().name()).money(posting.amount()));
    }
}
