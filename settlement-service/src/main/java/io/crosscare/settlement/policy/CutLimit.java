package io.crosscare.settlement.policy;

import io.crosscare.chassis.money.Ratio;
import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.List;

/**
 * How much less a policy may give for care outside the insured region: dated data with its source.
 *
 * @param id of the figure
 * @param region in whose insured regions it holds
 * @param from first day
 * @param filedMax for a filed transfer; more is pointed out, because a later text of one region goes beyond it
 * @param max for any care outside; more is refused
 */
record CutLimit(String id, RegionCode region, LocalDate from, Ratio filedMax, Ratio max, String source) {

    /** Reads the limits of a document, {@code policy-limits.yaml}. */
    static List<CutLimit> read(String document) {
        return YamlValue.parse(document).items().stream()
                .map(item -> read(item.fields().allowOnly("id", "region", "from", "filedMaxBp", "maxBp", "source")))
                .toList();
    }

    private static CutLimit read(YamlFields fields) {
        return new CutLimit(
                fields.require("id").text(),
                new RegionCode(fields.require("region").text()),
                fields.require("from").date(),
                ratio(fields.require("filedMaxBp")),
                ratio(fields.require("maxBp")),
                fields.require("source").text());
    }

    private static Ratio ratio(YamlValue value) {
        return new Ratio((int) value.integer(0, Ratio.ONE));
    }
}
