package io.crosscare.filing.lodging.model;

/** Why no filing is taken for a place, whatever the person and the category. */
public enum DestinationObjection {
    AT_HOME("away-from-home", "就医地在参保地内，无需备案", "lies within the insured region, where no filing is needed"),
    HOLDS_HOME(
            "away-from-home",
            "该省包含参保地，请填写就医地所在城市",
            "is a province that holds the insured region; name the city of the care region"),
    OUTSIDE_THE_INSURANCE(
            "direct-settlement",
            "港澳台地区未开通医保直接结算，备案无效",
            "has no direct settlement, so that no filing would count there");

    private final String rule;
    private final String zh;
    private final String en;

    DestinationObjection(String rule, String zh, String en) {
        this.rule = rule;
        this.zh = zh;
        this.en = en;
    }

    /** The rule of form that the field breaks. */
    public String rule() {
        return rule;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
