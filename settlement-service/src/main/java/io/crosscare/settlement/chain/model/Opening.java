package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import java.util.List;

/**
 * What the insured region had counted before: deductibles used, funds paid, the account's balance. Why it was recorded and by
 * whom is kept with its intent, not here.
 */
public record Opening(Link link, Key key, ContentHash requestHash, RegionCode insuredRegion) implements Entry {

    public Opening {
        if (link.delta().values().entrySet().stream()
                .anyMatch(moved -> moved.getValue() < 0 && !moved.getKey().equals(Counter.CLOSED.word()))) {
            throw new IllegalArgumentException("an opening counts up, never down; it may open a closed chain");
        }
    }

    /** What it moves where a chain holds this: a closed chain is open again. */
    public static Counters deltaOn(Counters before, Counters counted) {
        return counted.plus(Counters.of(Counter.CLOSED.word(), -before.value(Counter.CLOSED.word())));
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
