package io.crosscare.settlement.account.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Opening;
import java.time.Instant;

/**
 * That an insured region wants an entry written, stored before the entry is: the marker by which it is written after all when
 * a process stops, and by which its event is published. Keeps who asked and why, which the chain does not.
 *
 * @param by the caller's account
 * @param reason in the agency's words
 */
public record Intent(
        PersonId person, RegionCode insuredRegion, Key key, Content content, String reason, String by, Instant at) {

    /** What is to be written. */
    public sealed interface Content {

        EntryKind kind();

        /** Counters the year already holds. */
        record OpeningContent(Counters counters) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.OPENING;
            }
        }

        /** Money for the personal account. */
        record CreditContent(Money amount) implements Content {
            @Override
            public EntryKind kind() {
                return EntryKind.ACCOUNT_CREDIT;
            }
        }
    }

    /** Everything that was asked for, but not under which key. */
    public ContentHash requestHash() {
        CanonicalForm form = new CanonicalForm("i1").text(content.kind().name());
        switch (content) {
            case Content.OpeningContent opening ->
                form.numbers(opening.counters().values());
            case Content.CreditContent credit -> form.money(credit.amount());
        }
        return form.text(reason).hash();
    }

    /** The entry, if it is written now. */
    public Entry entryOn(Head head, Instant now) {
        return switch (content) {
            case Content.OpeningContent opening ->
                new Opening(head.next(now, opening.counters()), key, requestHash(), insuredRegion);
            case Content.CreditContent credit ->
                new AccountCredit(
                        head.next(now, AccountCredit.deltaOf(credit.amount())),
                        key,
                        requestHash(),
                        insuredRegion,
                        credit.amount());
        };
    }
}
