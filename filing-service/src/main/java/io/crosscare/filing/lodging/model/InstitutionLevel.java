package io.crosscare.filing.lodging.model;

/** 机构等级 · The level of an institution. */
public enum InstitutionLevel {
    L1("一级", "primary"),
    L2("二级", "secondary"),
    L3("三级", "tertiary"),
    /** 社区卫生服务机构. */
    COM("社区", "community");

    private final String zh;
    private final String en;

    InstitutionLevel(String zh, String en) {
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
