package io.crosscare.simulator.mutant;

import io.crosscare.settlement.chain.model.EntryKind;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * The flaws that the checks must see. Each is one thing left out or done wrongly, around a port or in the store; production
 * code has no switch for any of them.
 */
public enum Mutant {
    ACK_BEFORE_DURABLE("落盘前即答复写入", "a write is answered before it is synced", "I1 I13"),
    READ_NOT_DURABLE("读取尚未落盘的数据作答", "answers are read from what is not synced", "I1 I13"),
    KEY_REGISTER_REMOVED("去掉键的唯一登记", "no unique index on keys", "I2 I5 I6"),
    SLOT_REMOVED("去掉结算范围的唯一登记", "no unique index on slots", "I3"),
    TOMBSTONE_MISSING("先到的冲正不留作废记录", "a reversal that came first leaves no void key", "I1 I6 I14"),
    VOID_NOT_REGISTERED("作废的键不占登记", "a void key does not occupy its register", "I2 I6"),
    UNDO_APPLIED_TWICE("一笔结算可被撤销两次", "an undo has a key of its own, not its original's", "I5"),
    ACCUMULATOR_OFF_BY_ONE("累计数偏差一分", "one in ten heads counts a fen too much", "I9 I11"),
    SEQ_REUSED("同一位置可被写两次", "a place that is taken is written again", "I1 I2 I9"),
    STALE_HEAD_TRUSTED("以过时的链头为准", "the first head that was read is believed for ever", "I14 I16"),
    UNKNOWN_TAKEN_FOR_SUCCESS("超时当作成功", "no answer to an append is taken for success", "I1 I16"),
    MARKER_AFTER_INSERT("先写记录后留标记", "no marker is written before the entry", "I8 I16"),
    SWEEPER_USES_A_NEW_KEY("清扫时另用新键", "the sweeper settles under a key of its own", "I14"),
    SWEEPER_REOPENS("清扫时径直重开就诊", "the sweeper opens visits again and does not look at the chain", "I8"),
    REFUSAL_NOT_REGISTERED(
            "拒绝不占结算范围的登记", "a refusal does not hold its slot, so that a late run may still settle", "I8 I14"),
    UNDO_LEAVES_THE_VISIT("撤销后不重开就诊", "an undo does not come to its visit", "I8"),
    EVENT_DROPPED("每十条事件丢一条", "every tenth event is dropped", "I8"),
    MARKED_BEFORE_SENT("发送前即记为已发", "an event is marked as published before it is sent", "I8"),
    OFFSET_COMMITTED_FIRST("处理前先提交位点", "an offset is committed before the effect is stored", "I8"),
    GAP_PASSED_OVER("缺口不补取", "what was missed is not fetched", "I8");

    private final String zh;
    private final String en;
    private final String invariants;

    Mutant(String zh, String en, String invariants) {
        this.zh = zh;
        this.en = en;
        this.invariants = invariants;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Those of which one at least must be found broken. */
    public Set<String> invariants() {
        return Set.of(invariants.split(" "));
    }

    /** The flaw itself. */
    public Mutation mutation() {
        return switch (this) {
            case ACK_BEFORE_DURABLE -> StoreMutations.acknowledgingEarly();
            case READ_NOT_DURABLE -> StoreMutations.showingUnsynced();
            case KEY_REGISTER_REMOVED ->
                StoreMutations.without((register, _) -> register.fields().contains("key"));
            case SLOT_REMOVED ->
                StoreMutations.without((register, _) -> register.fields().contains("slot"));
            case TOMBSTONE_MISSING -> ChainMutations.withoutTombstones();
            case VOID_NOT_REGISTERED ->
                StoreMutations.without(
                        (register, document) -> register.fields().contains("key") && isOf(EntryKind.VOID, document));
            case UNDO_APPLIED_TWICE ->
                StoreMutations.without((register, document) -> register.fields().contains("key")
                        && (isOf(EntryKind.CANCELLATION, document) || isOf(EntryKind.REVERSAL, document)));
            case ACCUMULATOR_OFF_BY_ONE -> ChainMutations.countingAFenMore();
            case SEQ_REUSED -> StoreMutations.overwriting();
            case STALE_HEAD_TRUSTED -> ChainMutations.trustingTheFirstHead();
            case UNKNOWN_TAKEN_FOR_SUCCESS -> ChainMutations.takingSilenceForSuccess();
            case MARKER_AFTER_INSERT -> VisitMutations.withoutMarker();
            case SWEEPER_USES_A_NEW_KEY -> VisitMutations.sweepingUnderANewKey();
            case SWEEPER_REOPENS -> VisitMutations.reopening();
            case REFUSAL_NOT_REGISTERED -> ChainMutations.withoutVetoes();
            case UNDO_LEAVES_THE_VISIT -> VisitMutations.leavingUndone();
            case EVENT_DROPPED -> BusMutations.dropping(10);
            case MARKED_BEFORE_SENT -> BusMutations.markingFirst();
            case OFFSET_COMMITTED_FIRST -> BusMutations.committingFirst();
            case GAP_PASSED_OVER -> BusMutations.passingOverGaps();
        };
    }

    private static boolean isOf(EntryKind kind, BsonDocument entry) {
        return entry.getString("kind").getValue().equals(kind.name());
    }
}
