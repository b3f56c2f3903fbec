package io.crosscare.benchmark.settle;

/** What is timed. */
enum Step {
    REGISTER("登记就诊", "register"),
    UPLOAD("上传明细", "fee lines"),
    PREVIEW("预结算", "preview"),
    SETTLE("结算", "settle"),
    /** The four of them, from when the flow was due to the answer of the last. */
    FLOW("全程", "whole flow");

    private final String zh;
    private final String en;

    Step(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
