package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * The person has moved to another pool (医保关系转移): the account's balance leaves with the person, the counters are certified,
 * and the chain takes no settlement any more until an opening opens it again. What was settled before can still be taken back,
 * for which the counters stay.
 *
 * @param movedTo the region that insures the person from then on
 * @param closedOn last day of insurance here, a day in China
 */
public record Closing(
        Link link, Key key, ContentHash requestHash, RegionCode insuredRegion, RegionCode movedTo, LocalDate closedOn)
        implements Entry {

    public Closing {
        if (!link.delta().equals(deltaOn(link.before()))) {
            throw new IllegalArgumentException("a closing pays the account out, closes, and moves nothing else");
        }
        if (movedTo.equals(insuredRegion)) {
            throw new IllegalArgumentException("a person moves to another region");
        }
    }

    /** Whether a chain with these counters is closed. */
    public static boolean isClosed(Counters counters) {
        return counters.value(Counter.CLOSED.word()) > 0;
    }

    /** What it moves where a chain holds this. */
    public static Counters deltaOn(Counters before) {
        return Counters.of(Counter.CLOSED.word(), 1 - before.value(Counter.CLOSED.word()))
                .plus(Counters.of(Counter.ACCOUNT.word(), -before.value(Counter.ACCOUNT.word())));
    }

    /** The certificate: what the person had here, for the region that takes over. */
    public Counters carried() {
        TreeMap<String, Long> carried = new TreeMap<>(link.before().values());
        carried.remove(Counter.EXTERNALS.word());
        carried.remove(Counter.CLOSED.word());
        return Counters.of(carried);
    }

    @Override
    public EntryKind kind() {
        return EntryKind.CLOSING;
    }

    @Override
    public Slot slot() {
        return Slot.ofSeq(link.seq());
    }

    @Override
    public List<Posting> postings() {
        Money balance = link.before().amount(Counter.ACCOUNT.word());
        return new Posting.Balanced()
                .receives(Posting.Party.CORE_SYSTEM, balance)
                .bears(Posting.Party.PERSONAL_ACCOUNT, balance)
                .all();
    }
}
