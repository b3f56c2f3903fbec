package io.crosscare.filing.batch.model;

/** How far a batch has come. */
public enum BatchState {
    /** 接收中: its rows are arriving and are worked on. */
    RECEIVING,
    /** 已中断: nothing has arrived for a while; the same file under the same key continues it. */
    INTERRUPTED,
    /** 已完成: every row has its result. */
    COMPLETED
}
