package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which regions are connected for what. Connectivity is data, a row per insured region, destination, service and date, never
 * a rule in code (domain.md §2 no. 1); this is the one way to choose among the rows.
 *
 * <p>The insured region's own statement is asked. Only where it has made none at all, because it is not known here, does the
 * care region's word on its visitors stand. The most specific row decides alone: a city that opens later is not open before,
 * whatever is true of its province.
 */
public record Connectivity(List<ConnectivityRow> rows) {

    private static final Comparator<ConnectivityRow> SPECIFICITY = Comparator.comparingInt(
                    (ConnectivityRow row) -> row.careRegion().specificity())
            .thenComparingInt(row -> row.insuredRegion().specificity());

    public Connectivity {
        rows = List.copyOf(rows);
    }

    /** The answer for one person on one day. Never fails: what nobody has stated is not connected. */
    public ConnectionAnswer answer(ConnectionQuestion question) {
        if (question.insuredRegion().equals(question.careRegion())) {
            return new ConnectionAnswer.AtHome();
        }
        return decidingRow(question)
                .map(row -> answer(row, question))
                .orElseGet(() -> new ConnectionAnswer.NotConnected(null));
    }

    private static ConnectionAnswer answer(ConnectivityRow row, ConnectionQuestion question) {
        if (!row.isOpen()) {
            return new ConnectionAnswer.NotConnected(row);
        }
        LocalDate from = row.from();
        if (from != null && question.on().isBefore(from)) {
            return new ConnectionAnswer.NotYetOpen(row, from);
        }
        if (!row.plans().contains(question.plan())) {
            return new ConnectionAnswer.NotForPlan(row);
        }
        return new ConnectionAnswer.Open(row);
    }

    private Optional<ConnectivityRow> decidingRow(ConnectionQuestion question) {
        RegionCode insured = question.insuredRegion();
        RegionCode care = question.careRegion();
        return rows.stream()
                .filter(row -> row.serviceType() == question.serviceType().connection())
                .filter(row -> insured.isSameCityAs(care)
                        ? isInCity(row, insured)
                        : isBetweenCities(row) && row.direction() == speaker(insured) && joins(row, insured, care))
                .max(SPECIFICITY);
    }

    /** Whose statement counts for persons of this region. */
    private Direction speaker(RegionCode insuredRegion) {
        boolean hasSpoken = rows.stream()
                .anyMatch(row -> row.direction() == Direction.OUTBOUND
                        && row.insuredRegion().isExactly(insuredRegion));
        return hasSpoken ? Direction.OUTBOUND : Direction.INBOUND;
    }

    private static boolean joins(ConnectivityRow row, RegionCode insured, RegionCode care) {
        boolean isOwn =
                row.direction() == Direction.INBOUND || row.insuredRegion().isExactly(insured);
        return isOwn
                && row.insuredRegion().covers(insured, care)
                && row.careRegion().covers(care, insured);
    }

    /** 市内: between the pooling regions of one city the city's own row stands for both ways. */
    private static boolean isInCity(ConnectivityRow row, RegionCode region) {
        return row.insuredRegion().equals(row.careRegion())
                && row.careRegion() instanceof RegionScope.Within within
                && within.region().isSameCityAs(region);
    }

    private static boolean isBetweenCities(ConnectivityRow row) {
        return !row.insuredRegion().equals(row.careRegion());
    }
}
