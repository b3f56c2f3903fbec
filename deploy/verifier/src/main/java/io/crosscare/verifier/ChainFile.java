package io.crosscare.verifier;

import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.StoredEntry;
import io.crosscare.settlement.chain.model.StoredEntry.Reading;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one chain, up to its head. Of what is wrong with them, the entry that comes first in the chain is named: one that
 * is not there, not where it belongs, or not what was written.
 */
final class ChainFile {

    private final List<Held> entries = new ArrayList<>();
    private long latest;

    /**
     * What is kept of an entry.
     *
     * @param seq 0 where its id is no place of its chain
     * @param latestBefore the highest place of the lines before it
     * @param flaw what is wrong with it by itself; null where nothing is
     */
    private record Held(
            long line,
            long seq,
            long latestBefore,
            String id,
            String person,
            String prevHash,
            String hash,
            @Nullable Instant recordedAt,
            @Nullable String flaw) {}

    void add(long line, StoredEntry stored) {
        entries.add(new Held(
                line,
                placeOf(stored),
                latest,
                stored.id(),
                stored.person(),
                stored.prevHash(),
                stored.hash(),
                stored.recordedAt(),
                flawOf(stored)));
        latest = Math.max(latest, placeOf(stored));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    private static long placeOf(StoredEntry stored) {
        try {
            EntryId id = EntryId.parse(stored.id());
            return id.person().value().equals(stored.person()) && id.seq() == stored.seq() ? id.seq() : 0;
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }

    private static @Nullable String flawOf(StoredEntry stored) {
        return switch (stored.reading()) {
            case Reading.Damaged(String flaw) -> "cannot be read as an entry: " + flaw;
            case Reading.Whole(var _, var strays)
            when !strays.isEmpty() ->
                "is not what was written: " + strays.stream().sorted().toList();
            case Reading.Whole _ -> stored.isSound() ? null : "has not the hash of its content";
        };
    }

    /** The first thing that is wrong where the file ends without a head for these entries. */
    Flaw withoutHead(long line) {
        return new Flaw(line, entries.getFirst().person(), "链头缺失", "the head of this chain is missing: it was removed");
    }

    /**
     * The first thing that is wrong; null where nothing is.
     *
     * @param isWhole whether the chain has to begin with its first entry
     */
    @Nullable
    Flaw flaw(long line, HeadLine head, boolean isWhole) {
        Map<Long, Held> byPlace = new HashMap<>();
        for (Held held : entries) {
            if (held.seq() == 0 || !held.person().equals(head.person().value())) {
                return altered(held, "is at no place of this chain");
            }
            if (byPlace.putIfAbsent(held.seq(), held) != null) {
                return new Flaw(held.line(), held.id(), "同一位置出现两次", "stands in the file twice");
            }
        }
        long first = isWhole ? 1 : head.firstSeq();
        Held before = null;
        for (long seq = first; seq <= head.seq(); seq++) {
            Held held = byPlace.get(seq);
            if (held == null) {
                String id = new EntryId(head.person(), seq).value();
                return new Flaw(before == null ? line : before.line() + 1, id, "已被删除", "was removed");
            }
            Flaw flaw = flaw(held, before);
            if (flaw != null) {
                return flaw;
            }
            before = held;
        }
        return ofTheEnd(line, head, before);
    }

    private static @Nullable Flaw flaw(Held held, @Nullable Held before) {
        if (held.flaw() != null) {
            return altered(held, held.flaw());
        }
        if (held.latestBefore() > held.seq()) {
            return new Flaw(held.line(), held.id(), "顺序被调换", "was reordered: a later one stands before it");
        }
        if (before == null) {
            return null;
        }
        if (!held.prevHash().equals(before.hash())) {
            return altered(before, "is not the one that the next entry follows");
        }
        Instant at = held.recordedAt();
        Instant atBefore = before.recordedAt();
        return at != null && atBefore != null && at.isBefore(atBefore)
                ? altered(held, "was recorded before the entry before it")
                : null;
    }

    private @Nullable Flaw ofTheEnd(long line, HeadLine head, @Nullable Held last) {
        if (entries.size() > head.seq() - head.firstSeq() + 1) {
            Held beyond = entries.stream()
                    .filter(held -> held.seq() > head.seq() || held.seq() < head.firstSeq())
                    .findFirst()
                    .orElse(entries.getLast());
            return altered(beyond, "stands beyond the head of its chain: it was added");
        }
        return last == null || !last.hash().equals(head.hash())
                ? new Flaw(
                        line,
                        head.person().value(),
                        "链头与末条记录不符",
                        "the head is not that of the last entry: one of the two was altered")
                : null;
    }

    private static Flaw altered(Held held, String how) {
        return new Flaw(held.line(), held.id(), "已被更改", "was altered: " + how);
    }
}
