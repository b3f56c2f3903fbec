package io.crosscare.filing.lodging.model;

/** The way a filing reached the agency (Z 办理流程 二, N 备案手续). */
public enum FilingChannel {
    COUNTER("窗口", "counter"),
    FAX("传真电话", "fax or phone"),
    EMPLOYER_PLATFORM("单位集中办理", "employer's platform"),
    APP("手机APP", "mobile app"),
    WEBSITE("政务网站", "city website"),
    REFERRING_HOSPITAL("转诊医院", "referring hospital");

    private final String zh;
    private final String en;

    FilingChannel(String zh, String en) {
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
