package io.crosscare.settlement.chain.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.time.LocalDate;
import java.util.List;

/**
 * A payment that the insured region's core system knows and this suite did not make: settled locally, or paid by hand. It moves
 * the counters as the core says, above any ceiling too; only the account is never overdrawn. A person's externals are numbered
 * by the core from 1 without gaps, and the chain counts them.
 *
 * @param callerKey under which key it was sent; its own key is the core's number
 */
public record External(
        Link link, Key key, ContentHash requestHash, RegionCode insuredRegion, CorePayment payment, Key callerKey)
        implements Entry {

    /**
     * What the core says of it.
     *
     * @param coreNumber the core's own number of the payment, unique in its region
     * @param sequence the place among the person's externals, from 1
     * @param occurredOn day of the care, a day in China
     */
    public record CorePayment(
            String coreNumber, long sequence, Manner manner, LocalDate occurredOn, ServiceType serviceType) {

        public CorePayment {
            if (sequence < 1) {
                throw new IllegalArgumentException("externals are numbered from 1");
            }
        }
    }

    /** How the insured region paid. */
    public enum Manner {
        /** 本地结算 · at a counter in the region. */
        LOCAL,
        /** 手工（零星）报销 · by hand, on receipts. */
        MANUAL
    }

    public External {
        if (link.after().value(Counter.EXTERNALS.word()) != payment.sequence()
                || link.delta().value(Counter.EXTERNALS.word()) != 1) {
            throw new IllegalArgumentException("externals follow each other without gaps");
        }
        if (link.after().values().values().stream().anyMatch(value -> value < 0)) {
            throw new IllegalArgumentException("nothing is counted below zero");
        }
    }

    /** What a payment moves, itself counted. */
    public static Counters deltaOf(Counters moves) {
        return moves.plus(Counters.of(Counter.EXTERNALS.word(), 1));
    }

    @Override
    public EntryKind kind() {
        return EntryKind.EXTERNAL;
    }

    @Override
    public Slot slot() {
        return Slot.ofExternal(payment.sequence());
    }

    @Override
    public List<Posting> postings() {
        Money moved = link.delta().amount(Counter.ACCOUNT.word());
        return new Posting.Balanced()
                .receives(Posting.Party.PERSONAL_ACCOUNT, moved)
                .bears(Posting.Party.CORE_SYSTEM, moved)
                .all();
    }
}
