package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.AccountCredit;
import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.External;
import io.crosscare.settlement.chain.model.Link;
import io.crosscare.settlement.chain.model.Opening;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of any entry outside: its place, its hashes, what it moved, and what it says of a settlement or an undo.
 * It is the same in the chain's door and in the event. The caller's key is left out: it may hold anything.
 *
 * @param id 记录标识 · of the entry: person and place
 * @param prevHash 前一记录的指纹 · hash of the entry before it
 * @param hash 本记录的指纹 · hash of this entry
 * @param delta 变动 · what it moved, by counter: amounts in fen
 * @param after 变动后累计 · the counters after it: amounts in fen
 * @param postings 入账 · who receives or bears what; they sum to zero
 * @param external 核心系统支付 · absent for other kinds
 * @param closing 转出 · absent for other kinds
 * @param settlement 结算 · absent for other kinds
 * @param undo 撤销、冲正或作废 · absent for other kinds
 */
public record EntryStatement(
        String id,
        long seq,
        EntryKind kind,
        String personId,
        String insuredRegion,
        Instant recordedAt,
        String prevHash,
        String hash,
        Map<String, Long> delta,
        Map<String, Long> after,
        List<PostingStatement> postings,
        @Nullable ExternalStatement external,
        @Nullable ClosingStatement closing,
        @Nullable SettlementStatement settlement,
        @Nullable UndoStatement undo) {

    /**
     * Who receives (positive) or bears (negative) how many fen.
     *
     * @param party 记账方 · whose account it is, {@link io.crosscare.settlement.chain.model.Posting.Party}
     */
    public record PostingStatement(String party, long amountFen) {}

    public static EntryStatement of(Entry entry) {
        Link link = entry.link();
        String insuredRegion = switch (entry) {
            case Opening opening -> opening.insuredRegion().value();
            case AccountCredit credit -> credit.insuredRegion().value();
            case External external -> external.insuredRegion().value();
            case Closing closing -> closing.insuredRegion().value();
            case Settlement settlement -> settlement.care().insuredRegion().value();
            case Undo undo -> undo.care().insuredRegion().value();
            case VoidedKey voided -> voided.insuredRegion().value();
        };
        return new EntryStatement(
                entry.id().value(),
                link.seq(),
                entry.kind(),
                link.person().value(),
                insuredRegion,
                link.recordedAt(),
                link.prevHash().value(),
                entry.hash().value(),
                link.delta().values(),
                link.after().values(),
                entry.postings().stream()
                        .map(posting -> new PostingStatement(
                                posting.party().name(), posting.amount().fen()))
                        .toList(),
                ExternalStatement.in(entry),
                ClosingStatement.in(entry),
                entry instanceof Settlement settlement ? SettlementStatement.of(settlement) : null,
                UndoStatement.in(entry).orElse(null));
    }
}
