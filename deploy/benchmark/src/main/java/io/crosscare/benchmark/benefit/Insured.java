package io.crosscare.benchmark.benefit;

/** Whose bills are split. */
public enum Insured {
    NANJING("南京", "Nanjing", "320100-employee-2019", "320100", "320500"),
    ZHENJIANG("镇江", "Zhenjiang", "321100-employee-2019", "321100", "320100");

    private final String zh;
    private final String en;
    private final String pack;
    private final String region;
    private final String elsewhereInProvince;

    Insured(String zh, String en, String pack, String region, String elsewhereInProvince) {
        this.zh = zh;
        this.en = en;
        this.pack = pack;
        this.region = region;
        this.elsewhereInProvince = elsewhereInProvince;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** Name of the pack that governs them. */
    String pack() {
        return pack;
    }

    String region() {
        return region;
    }

    String elsewhereInProvince() {
        return elsewhereInProvince;
    }
}
