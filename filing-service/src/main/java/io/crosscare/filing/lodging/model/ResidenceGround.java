package io.crosscare.filing.lodging.model;

/** Why a person lives elsewhere (Z 基本政策 三). */
public enum ResidenceGround {
    /** 户籍迁入就医地 · the household registration was moved there. */
    HOUSEHOLD_MOVED("户籍迁入", "the household registration was moved there"),
    /** 投靠直系亲属 · lives with direct relatives. */
    JOINED_RELATIVES("投靠直系亲属", "lives with direct relatives"),
    /** 长期居住 · lives there. */
    LIVING("居住", "lives there"),
    /** 固定地点工作 · works there. */
    WORKING("工作", "works there"),
    /** 固定地点学习 · studies there. */
    STUDYING("学习", "studies there");

    private final String zh;
    private final String en;

    ResidenceGround(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
