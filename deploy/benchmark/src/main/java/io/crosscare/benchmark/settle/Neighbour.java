package io.crosscare.benchmark.settle;

/** A process of the suite that settlement-service leans on. */
enum Neighbour {
    REGISTRY("registry", "机构登记", "the registry"),
    FILING("filing", "备案", "filing"),
    EVENTS("events", "消息服务", "the message broker");

    private final String process;
    private final String zh;
    private final String en;

    Neighbour(String process, String zh, String en) {
        this.process = process;
        this.zh = zh;
        this.en = en;
    }

    /** Its name in the suite. */
    String process() {
        return process;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
