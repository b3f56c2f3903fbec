package io.crosscare.filing.lodging.model;

/** The way a filing reached the agency (Z 办理流程 二, N 备案手续). */
public enum FilingChannel {
    COUNTER("窗口"),
    FAX("传真电话"),
    EMPLOYER_PLATFORM("单位集中办理"),
    APP("手机APP"),
    WEBSITE("政务网站"),
    REFERRING_HOSPITAL("转诊医院");

    private final String zh;

    FilingChannel(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
