package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.ChainFact;
import io.crosscare.settlement.audit.model.ChainReport;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.StoredInvoice;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.invoice.model.Invoice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * I18: of an invoice, one settlement is live. The register knows one holder of each, so a live settlement that is not it is one
 * too many; those whose invoice nobody holds, from before there was a register, are compared with each other.
 */
final class InvoicesArePaidOnce {

    private static final int INVOICES_AT_ONCE = 64;

    /** Settlements of before the register that are kept in memory to be compared. */
    private static final int UNREGISTERED_MAX = 50_000;

    private static final Wording TOO_MANY =
            new Wording("登记簿之前的发票太多，未逐一比对", "there are more invoices of before the register than are compared");

    private final StoredEntries entries;
    private final AuditedRecords records;
    private final Map<String, Paying> unregistered = new ConcurrentHashMap<>();

    InvoicesArePaidOnce(StoredEntries entries, AuditedRecords records) {
        this.entries = entries;
        this.records = records;
    }

    /**
     * A settlement that pays an invoice.
     *
     * @param key of it, or of the first that it stands for after part refunds
     */
    private record Paying(String entry, String person, String key) {}

    Mono<Void> check(ChainReport report, AuditRun run) {
        Map<String, ChainFact> byId =
                report.facts().stream().collect(Collectors.toMap(ChainFact::id, Function.identity(), (one, _) -> one));
        List<ChainFact> paying = report.facts().stream()
                .filter(fact -> fact.invoice() != null && !fact.isUndone())
                .toList();
        return Flux.fromIterable(paying)
                .buffer(INVOICES_AT_ONCE)
                .concatMap(some -> records.invoices(some.stream()
                                .map(InvoicesArePaidOnce::invoiceOf)
                                .distinct()
                                .toList())
                        .collectMap(StoredInvoice::id, Function.identity())
                        .doOnNext(held -> some.forEach(fact -> judge(
                                invoiceOf(fact),
                                new Paying(fact.id(), report.person(), firstKeyOf(fact, byId)),
                                held.get(invoiceOf(fact)),
                                run))))
                .then();
    }

    private static String firstKeyOf(ChainFact fact, Map<String, ChainFact> byId) {
        ChainFact first = fact;
        for (ChainFact original = originalOf(first, byId);
                original != null && !original.id().equals(first.id());
                original = originalOf(first, byId)) {
            first = original;
        }
        return first.key();
    }

    private static @Nullable ChainFact originalOf(ChainFact fact, Map<String, ChainFact> byId) {
        String original = fact.original();
        return original == null || original.compareTo(fact.id()) >= 0 ? null : byId.get(original);
    }

    private void judge(String invoice, Paying one, @Nullable StoredInvoice held, AuditRun run) {
        run.checked(Invariant.I18, 1);
        if (held == null) {
            compareUnregistered(invoice, one, run);
        } else if (!held.person().equals(one.person()) || !held.key().equals(one.key())) {
            run.suspect(
                    violation(one.entry(), "登记簿所记的另一笔", "another that the register names"),
                    () -> isPaidTwice(invoice, one));
        }
    }

    private void compareUnregistered(String invoice, Paying one, AuditRun run) {
        if (unregistered.size() >= UNREGISTERED_MAX) {
            run.unchecked(Invariant.I18, TOO_MANY);
            return;
        }
        Paying other = unregistered.putIfAbsent(invoice, one);
        if (other != null && !other.equals(one)) {
            run.suspect(
                    violation(one.entry(), other.entry(), other.entry()),
                    () -> Mono.zip(isLive(invoice, one), isLive(invoice, other), (first, second) -> first && second));
        }
    }

    /** Read again, the register first: who gave the invoice back meanwhile is undone by then. */
    private Mono<Boolean> isPaidTwice(String invoice, Paying one) {
        return records.invoices(List.of(invoice))
                .next()
                .map(held -> new Paying("", held.person(), held.key()))
                .filter(holder ->
                        !holder.key().equals(one.key()) || !holder.person().equals(one.person()))
                .flatMap(holder ->
                        Mono.zip(isLive(invoice, holder), isLive(invoice, one), (first, second) -> first && second))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> isLive(String invoice, Paying paying) {
        return entries.byKey(paying.person(), paying.key())
                .mapNotNull(StoredEntry::entry)
                .ofType(Settlement.class)
                .filter(settlement -> Invoice.of(settlement)
                        .filter(paid -> paid.id().equals(invoice))
                        .isPresent())
                .flatMap(settlement -> stands(paying.person(), settlement))
                .defaultIfEmpty(false);
    }

    /** Nothing undid it, nor what was put in its place. */
    private Mono<Boolean> stands(String person, Settlement settlement) {
        return entries.byKey(person, Key.undoOf(settlement.key()).value())
                .flatMap(next ->
                        next.entry() instanceof Settlement adjustment ? stands(person, adjustment) : Mono.just(false))
                .defaultIfEmpty(true);
    }

    private static String invoiceOf(ChainFact fact) {
        String invoice = fact.invoice();
        return invoice == null ? "" : invoice;
    }

    private static Violation violation(String entry, String zh, String en) {
        return Violation.of(
                Invariant.I18,
                entry,
                "与" + zh + " 支付了同一发票，均有效",
                "pays the invoice that " + en + " pays, and both are live");
    }
}
