package io.crosscare.settlement.interruption.model;

import io.crosscare.settlement.benefit.model.Wording;

/** Which fault stopped a settlement. No rule said no, so none of them is a refusal. */
public enum InterruptionCause {
    /** 相关系统中断 · a service that had to be asked gave no answer; nothing happened. */
    NEIGHBOUR_DOWN(
            "相关系统暂无应答，本次未能结算",
            "A system that had to be asked gave no answer; nothing was settled",
            "稍后用同一请求号重试；恢复后系统自动复核",
            "Send it again under its key; once it answers, the desk checks by itself"),
    /** 结算结果未知 · a settlement was left in flight, and whoever asked for it may have got no answer. */
    OUTCOME_UNKNOWN(
            "结算中断，结果由系统查明",
            "The settlement was cut off; its outcome is being found out",
            "请勿换号重复结算，用原请求号查询结果",
            "Do not settle under another key; ask for the outcome of this one");

    private final String message;
    private final String messageEn;
    private final String nextStep;
    private final String nextStepEn;

    InterruptionCause(String message, String messageEn, String nextStep, String nextStepEn) {
        this.message = message;
        this.messageEn = messageEn;
        this.nextStep = nextStep;
        this.nextStepEn = nextStepEn;
    }

    /**
     * One sentence for the cashier's screen.
     *
     * @param peer the neighbour that was silent, as its calls are named; anything where there was none
     */
    Wording message(String peer) {
        return switch (peer) {
            case "registry" -> new Wording("机构登记系统暂无应答，本次未能结算", "The registry gave no answer; nothing was settled");
            case "filing" -> new Wording("备案系统暂无应答，本次未能结算", "Filing gave no answer; nothing was settled");
            default -> new Wording(message, messageEn);
        };
    }

    /** As {@link #message}, where a visit was to be registered. */
    Wording messageOfRegistration(String peer) {
        return peer.equals("registry")
                ? new Wording("机构登记系统暂无应答，就诊未能登记", "The registry gave no answer; the visit was not registered")
                : new Wording(
                        "相关系统暂无应答，就诊未能登记",
                        "A system that had to be asked gave no answer; the visit was not registered");
    }

    public Wording nextStep() {
        return new Wording(nextStep, nextStepEn);
    }
}
