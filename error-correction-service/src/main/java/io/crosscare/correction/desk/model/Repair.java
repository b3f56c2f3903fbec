package io.crosscare.correction.desk.model;

/** What the desk does by itself. Each is safe and may be done again: none changes money or anybody's rights. */
public enum Repair {
    /** 更新副本 · settlement asks the owner and renews its copy of the record. */
    REFRESH_COPY,
    /** 查明结果 · settlement is asked what became of the bill. */
    RESOLVE_OUTCOME,
    /** 询问登记方 · the services that own the records are asked again. */
    ASK_OWNERS,
    /** 预结算复核 · the bill is previewed again; nothing is stored by that. */
    RECHECK,
    /** 通知 · whoever has to act is told. */
    NOTIFY
}
