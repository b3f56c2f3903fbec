package io.crosscare.filing.lodging.model;

/** The professional title of a doctor (N 备案范围). */
public enum DoctorTitle {
    /** 主任医师. */
    CHIEF("主任医师", "a chief physician"),
    /** 副主任医师. */
    ASSOCIATE_CHIEF("副主任医师", "an associate chief physician"),
    /** 主治医师. */
    ATTENDING("主治医师", "an attending physician"),
    /** 住院医师. */
    RESIDENT("住院医师", "a resident physician");

    private final String zh;
    private final String en;

    DoctorTitle(String zh, String en) {
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
