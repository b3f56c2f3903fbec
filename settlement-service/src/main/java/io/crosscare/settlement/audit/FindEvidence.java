package io.crosscare.settlement.audit;

import io.crosscare.settlement.audit.model.Evidence;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.direct.StoredBills;
import io.crosscare.settlement.direct.StoredBills.StoredBill;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.document.DocumentRefused;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.policy.PublishedPolicy;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Reads what an entry refers to, one bill at a time. What is not there or is not what its hash says is told as such; only a
 * store that does not answer is an error.
 */
final class FindEvidence {

    private static final Evidence NO_BILL = new Evidence.Lacking(new Wording("账单不存在", "its bill is not in the store"));
    private static final Evidence OTHER_BILL =
            new Evidence.Lacking(new Wording("账单与其散列不符", "its bill does not have its hash"));
    private static final Evidence NO_POLICY =
            new Evidence.Lacking(new Wording("所依政策不存在或与其散列不符", "its policy is not in the store as it was published"));
    private static final Evidence NO_CATALOGUE = new Evidence.Lacking(
            new Wording("所依目录不存在或与其散列不符", "its catalogue is not in the store as it was published"));

    private final StoredEntries entries;
    private final StoredBills bills;
    private final PolicyPacks policies;
    private final Catalogues catalogues;

    /**
     * Finds evidence.
     *
     * @param policies read from the store for this audit, not from memory
     * @param catalogues as {@code policies}
     */
    FindEvidence(StoredEntries entries, StoredBills bills, PolicyPacks policies, Catalogues catalogues) {
        this.entries = entries;
        this.bills = bills;
        this.policies = policies;
        this.catalogues = catalogues;
    }

    Mono<Evidence> of(StoredEntry stored) {
        return switch (stored.entry()) {
            case Settlement settlement
            when settlement.replaced() != null ->
                Mono.zip(
                        priced(settlement),
                        found(settlement.replaced().original()),
                        (rest, original) -> new Evidence.Adjusted(rest, original.orElse(null)));
            case Settlement settlement -> priced(settlement);
            case Undo undo -> found(undo.original()).map(original -> new Evidence.Original(original.orElse(null)));
            case null, default -> Mono.just(Evidence.NONE);
        };
    }

    private Mono<Optional<StoredEntry>> found(EntryId id) {
        return entries.byIds(List.of(id.value())).next().map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    private Mono<Evidence> priced(Settlement settlement) {
        return bills.byHash(settlement.basis().billHash())
                .flatMap(stored -> switch (stored) {
                    case StoredBill.Sound(FrozenBill bill) -> priced(bill);
                    case StoredBill.Damaged() -> Mono.just(OTHER_BILL);
                })
                .defaultIfEmpty(NO_BILL);
    }

    private Mono<Evidence> priced(FrozenBill bill) {
        return asPublished(policies.byHash(bill.policyHash()))
                .flatMap(policy -> asPublished(catalogues.byHash(bill.catalogueHash()))
                        .map(catalogue -> priced(bill, policy, catalogue))
                        .defaultIfEmpty(NO_CATALOGUE))
                .defaultIfEmpty(NO_POLICY);
    }

    private static Evidence priced(FrozenBill bill, PublishedPolicy policy, PublishedCatalogue catalogue) {
        return new Evidence.Priced(bill, policy.pack(), catalogue.catalogue());
    }

    /** A published document that is not what was published counts as none. */
    private static <T> Mono<T> asPublished(Mono<T> document) {
        return document.onErrorComplete(
                error -> error instanceof IllegalStateException || error instanceof DocumentRefused);
    }
}
