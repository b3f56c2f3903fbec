package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.benefit.model.Wording;

/** What must hold of the store at any time (design.md §4). I7 is of clearing and not among them yet. */
public enum Invariant {
    I1("凡已答复的结算、撤销与作废均在链上", "every settlement, undo and void that was answered is in its chain"),
    I2("一个键至多一条分录，答复始终相同", "a key has at most one entry, and its answers are the same"),
    I3("一次就诊的同一范围至多一笔有效结算，一条明细至多结算一次", "at most one live settlement per visit and scope; a fee line is in at most one"),
    I4("金额平衡，借贷合计为零", "the amounts of an entry balance and its postings sum to zero"),
    I5("撤销等于原结算取负，每笔至多一次", "an undo is minus its original, once, and after it"),
    I6("作废的键从不结算", "a void key never settles, and a settled key is never silently void"),
    I8("各处副本与其来源一致，事件均已送达", "projections equal their owners once events have drained"),
    I9("链无缺口，散列相符，限额与账户未被突破", "chains are dense, hashes match, ceilings hold, no account is overdrawn"),
    I10("按所存依据重算，结果逐字节相同", "an entry computed again from what it stores gives the same bytes"),
    I11("累计数等于链上各变动之和", "counters are the fold of the chain"),
    I18("一张发票在同一机构至多有一笔有效结算", "of an invoice of an institution, at most one settlement is live");

    private final String zh;
    private final String en;

    Invariant(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Wording title() {
        return new Wording(zh, en);
    }
}
