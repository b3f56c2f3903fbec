package io.crosscare.filing.notice.model;

/** What people are told because days pass. */
public enum NoticeKind {
    /** 备案即将到期 · a filing will end soon. */
    FILING_ENDING,
    /** 备案已到期 · a filing has ended. */
    FILING_ENDED,
    /** 承诺材料即将到期 · promised papers are due soon. */
    PROMISE_DUE,
    /** 承诺材料逾期未补 · promised papers did not come in time; the filing still counts. */
    PROMISE_OVERDUE,
    /** 住院期间备案将到期 · a filing will end soon while its person is in hospital under it. */
    ENDS_DURING_STAY
}
