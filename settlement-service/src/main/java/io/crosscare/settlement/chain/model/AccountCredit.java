package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import java.util.List;

/** Money the insured region put on the person's account (划入个人账户). */
public record AccountCredit(Link link, Key key, ContentHash requestHash, RegionCode insuredRegion, Money amount)
        implements Entry {

    public AccountCredit {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a credit is positive");
        }
        if (!link.delta().equals(deltaOf(amount))) {
            throw new IllegalArgumentException("a credit moves the account by its amount and nothing else");
        }
    }

    public static Counters deltaOf(Money amount) {
        return Counters.of(Counter.ACCOUNT.word(), amount.fen());
    }

    @Override
    public EntryKind kind() {
        return EntryKind.ACCOUNT_CREDIT;
    }

    @Override
    public Slot slot() {
        return Slot.ofSeq(link.seq());
    }

    @Override
    public List<Posting> postings() {
        return new Posting.Balanced()
                .receives(Posting.Party.PERSONAL_ACCOUNT, amount)
                .bears(Posting.Party.CORE_SYSTEM, amount)
                .all();
    }
}
