package io.crosscare.acceptance.kills;

/** How processes are ended. */
public enum Manner {
    /** At once, whatever it is doing: what it was asked meanwhile may go unanswered, but nothing answered may be lost. */
    KILL("kill -9", "终止进程"),
    /** It is asked to end and may finish: then no request that reached it goes unanswered. */
    TERMINATE("kill -TERM", "请求退出"),
    /** All at once, and of the disk only what had been synced: nothing answered may be lost. */
    POWER_CUT("power cut", "断电");

    private final String command;
    private final String zh;

    Manner(String command, String zh) {
        this.command = command;
        this.zh = zh;
    }

    /** As a person would type or call it. */
    public String command() {
        return command;
    }

    public String zh() {
        return zh;
    }
}
