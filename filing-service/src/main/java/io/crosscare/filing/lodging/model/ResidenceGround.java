package io.crosscare.filing.lodging.model;

/** Why a person lives elsewhere (Z 基本政策 三). */
public enum ResidenceGround {
    /** 户籍迁入就医地 · the household registration was moved there. */
    HOUSEHOLD_MOVED("户籍迁入"),
    /** 投靠直系亲属 · lives with direct relatives. */
    JOINED_RELATIVES("投靠直系亲属"),
    /** 长期居住 · lives there. */
    LIVING("居住"),
    /** 固定地点工作 · works there. */
    WORKING("工作"),
    /** 固定地点学习 · studies there. */
    STUDYING("学习");

    private final String zh;

    ResidenceGround(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
