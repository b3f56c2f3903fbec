package io.crosscare.settlement.audit.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.Counter;
import io.crosscare.settlement.benefit.model.HeldCeiling;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredEntry.Reading;
import io.crosscare.settlement.direct.model.FrozenBill;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * I9: places are dense, each entry names the one before it by hash and has the hash of its own content, after is before plus
 * delta, time does not run back; the account is never overdrawn and a settlement goes over no ceiling of its policy. Openings
 * may stand above a ceiling; a settlement on top of them moves nothing.
 */
final class ChainsAreWhole implements EntryRule {

    @Override
    public Invariant invariant() {
        return Invariant.I9;
    }

    @Override
    public Verdict judge(PlacedEntry placed) {
        List<Function<PlacedEntry, Verdict>> parts = List.of(
                ChainsAreWhole::counted, ChainsAreWhole::ceilings, ChainsAreWhole::written, ChainsAreWhole::linked);
        return parts.stream()
                .map(part -> part.apply(placed))
                .filter(Verdict.Broken.class::isInstance)
                .findFirst()
                .orElse(Verdict.HOLDS);
    }

    private static Verdict counted(PlacedEntry placed) {
        StoredEntry stored = placed.stored();
        if (!sum(stored.before(), stored.delta()).equals(stored.after())) {
            return Verdict.broken("after ≠ before + delta", "after is not before plus delta");
        }
        long account = stored.after().getOrDefault(Counter.ACCOUNT.word(), 0L);
        if (account < 0) {
            return Verdict.broken("个人账户透支 " + -account + " 分", "the account is overdrawn by " + -account + " fen");
        }
        return Verdict.HOLDS;
    }

    private static Verdict ceilings(PlacedEntry placed) {
        if (!(placed.stored().entry() instanceof Settlement)
                || !(Evidence.ofBill(placed.evidence())
                        instanceof Evidence.Priced(FrozenBill bill, PolicyPack policy, var _))) {
            return Verdict.HOLDS;
        }
        SortedMap<String, Long> delta = placed.stored().delta();
        SortedMap<String, Long> after = placed.stored().after();
        for (HeldCeiling ceiling : HeldCeiling.of(policy, bill.bill().circumstances())) {
            long counted = after.getOrDefault(ceiling.counter(), 0L);
            if (delta.getOrDefault(ceiling.counter(), 0L) > 0
                    && counted > ceiling.limit().fen()) {
                return Verdict.broken(
                        "%s 为 %d 分，超过限额 %d 分"
                                .formatted(
                                        ceiling.counter(),
                                        counted,
                                        ceiling.limit().fen()),
                        "%s is %d fen, above its ceiling of %d fen"
                                .formatted(
                                        ceiling.counter(),
                                        counted,
                                        ceiling.limit().fen()));
            }
        }
        return Verdict.HOLDS;
    }

    private static Verdict written(PlacedEntry placed) {
        StoredEntry stored = placed.stored();
        return switch (stored.reading()) {
            case Reading.Damaged(String flaw) -> Verdict.broken("分录无法读取", "it cannot be read as an entry: " + flaw);
            case Reading.Whole(var _, var strays)
            when !strays.isEmpty() ->
                Verdict.broken("字段与分录内容不符: " + strays, "fields are not what was written: " + strays);
            case Reading.Whole(Entry entry, var _) ->
                entry.hash().value().equals(stored.hash())
                        ? Verdict.HOLDS
                        : Verdict.broken("散列与内容不符", "its hash is not that of its content");
        };
    }

    private static Verdict linked(PlacedEntry placed) {
        StoredEntry stored = placed.stored();
        Footing footing = placed.footing();
        if (!footing.isFirm()) {
            return Verdict.HOLDS;
        }
        if (!stored.prevHash().equals(footing.hash())) {
            return Verdict.broken("所接的不是前一条分录", "it does not follow the entry before it");
        }
        Instant before = footing.recordedAt();
        Instant at = stored.recordedAt();
        if (before != null && at != null && at.isBefore(before)) {
            return Verdict.broken("记录时间早于前一条分录", "it was recorded before the entry before it");
        }
        return Verdict.HOLDS;
    }

    /** Places that lack and entries that stand nowhere, before a chain is walked. */
    static void judge(ChainExtent extent, Tally tally) {
        for (String id : extent.misplaced()) {
            tally.violated(Violation.of(
                    Invariant.I9,
                    id,
                    "不在该人链上的任何位置，或与他条争位",
                    "is at no place of the chain it claims, beside the entry there"));
        }
    }

    static Violation missing(String person, long from, long to) {
        String first = new EntryId(new PersonId(person), from).value();
        String places = from == to ? Long.toString(from) : from + "…" + to;
        return Violation.of(Invariant.I9, first, "缺少第 " + places + " 条分录", "place " + places + " is empty");
    }

    /** The sum of two readings, without zeros, as counters are kept; their keys may be anything. */
    private static SortedMap<String, Long> sum(SortedMap<String, Long> before, SortedMap<String, Long> delta) {
        TreeMap<String, Long> sums = new TreeMap<>(before);
        delta.forEach((key, value) -> sums.merge(key, value, Long::sum));
        sums.values().removeIf(value -> value == 0);
        return sums;
    }
}
