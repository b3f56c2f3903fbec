package io.crosscare.correction.desk.model;

/** The offices a case may lie with, in the order in which it is passed on (Z 办理流程 三). */
public enum Level {
    HOSPITAL("医院"),
    CARE_AGENCY("就医地经办机构"),
    INSURED_AGENCY("参保地经办机构"),
    PROVINCE("省级经办机构");

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
