package io.crosscare.settlement.eligibility.model;

/** Which day has to lie inside a filing (domain.md §2.1 no. 31). */
public enum FilingDay {
    /** 就医当日. */
    DAY_OF_CARE("就医当日", "就医当日", "on the day of care", "on the day of care"),
    /** 入院当日: a stay begun inside the period is settled although the filing ends. */
    ADMISSION_DAY("入院当日", "入院当日", "on the day of admission", "on the day of admission"),
    /** Any day from the admission to the discharge settlement: who files before that has filed in time. */
    BEFORE_DISCHARGE_SETTLEMENT("入院前", "出院结算时", "before the admission", "at the discharge settlement");

    private final String firstZh;
    private final String lastZh;
    private final String firstEn;
    private final String lastEn;

    FilingDay(String firstZh, String lastZh, String firstEn, String lastEn) {
        this.firstZh = firstZh;
        this.lastZh = lastZh;
        this.firstEn = firstEn;
        this.lastEn = lastEn;
    }

    /** What is said of a filing that has ended too early. */
    String endedZh() {
        return firstZh;
    }

    String endedEn() {
        return firstEn;
    }

    /** What is said of a filing that begins too late. */
    String toComeZh() {
        return lastZh;
    }

    String toComeEn() {
        return lastEn;
    }
}
