package io.crosscare.filing.lodging.model;

/** Why a person is cared for elsewhere (备案类别). Promise-based filing is a manner, not a category. */
public enum FilingCategory {
    RETIRED_RESETTLED("异地安置退休", "retired and resettled elsewhere"),
    LONG_TERM_RESIDENT("异地长期居住", "long-term resident elsewhere"),
    POSTED_WORKER("常驻异地工作", "posted elsewhere for work"),
    TRANSFER("转外就诊", "transfer for treatment");

    private final String zh;
    private final String en;

    FilingCategory(String zh, String en) {
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
