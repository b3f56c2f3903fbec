package io.crosscare.filing.lodging.model;

/** Why a person is cared for elsewhere (备案类别). Promise-based filing is a manner, not a category. */
public enum FilingCategory {
    RETIRED_RESETTLED("异地安置退休"),
    LONG_TERM_RESIDENT("异地长期居住"),
    POSTED_WORKER("常驻异地工作"),
    TRANSFER("转外就诊");

    private final String zh;

    FilingCategory(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
