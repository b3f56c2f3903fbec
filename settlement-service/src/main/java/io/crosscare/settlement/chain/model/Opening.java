package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counter;
import java.util.List;

/**
 * What the insured region had counted before: deductibles used, funds paid, the account's balance. Why it was recorded and by
 * whom is kept with its intent, not here.
 */
public record Opening(Link link, Key key, ContentHash requestHash, RegionCode insuredRegion) implements Entry {

    public Opening {
        if (link.delta().values().values().stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("an opening counts up, never down");
        }
    }

    @Override
    public EntryKind kind() {
        return EntryKind.OPENING;
    }

    @Override
    public Slot slot() {
        return Slot.ofSeq(link.seq());
    }

    @Override
    public List<Posting> postings() {
        Money balance = link.delta().amount(Counter.ACCOUNT.word());
        return new Posting.Balanced()
                .receives(Posting.Party.PERSONAL_ACCOUNT, balance)
                .bears(Posting.Party.CORE_SYSTEM, balance)
                .all();
    }
}
