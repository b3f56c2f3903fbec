package io.crosscare.filing.lodging.model;

/** The professional title of a doctor (N 备案范围). */
public enum DoctorTitle {
    /** 主任医师. */
    CHIEF("主任医师"),
    /** 副主任医师. */
    ASSOCIATE_CHIEF("副主任医师"),
    /** 主治医师. */
    ATTENDING("主治医师"),
    /** 住院医师. */
    RESIDENT("住院医师");

    private final String zh;

    DoctorTitle(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
