package io.crosscare.registry.seed;

import static io.crosscare.registry.model.InsurancePlan.EMPLOYEE;
import static io.crosscare.registry.model.InsurancePlan.RESIDENT;
import static io.crosscare.registry.model.InsurancePlan.SPECIAL;

import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.ConnectivityStatus;
import io.crosscare.registry.model.Direction;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.RegionScope;
import io.crosscare.registry.model.ServiceType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads connectivity.csv: a row per service, direction and pair of regions. A two-way row (双向结算, 互联互通) also lets the
 * other side's people in; whom that side sends is not limited by it, and a row printed for that direction goes before it.
 */
final class ConnectivityTable {

    private static final List<InsurancePlan> ALL = List.of(EMPLOYEE, RESIDENT, SPECIAL);

    private static final Map<String, List<ServiceType>> SERVICES = Map.of(
            "outpatient", List.of(ServiceType.OUTPATIENT),
            "inpatient", List.of(ServiceType.INPATIENT),
            "outpatient+inpatient", List.of(ServiceType.OUTPATIENT, ServiceType.INPATIENT));

    private static final Map<String, ConnectivityStatus> STATUSES = Map.of(
            "open", ConnectivityStatus.OPEN,
            "not_connected", ConnectivityStatus.NOT_CONNECTED,
            "planned", ConnectivityStatus.PLANNED);

    private static final Map<String, Plans> PLANS = Map.of(
            "all covered categories", new Plans(ALL, Mark.OFFICIAL),
            "category limit not stated", new Plans(ALL, Mark.NOT_LIMITED),
            "employee+resident", new Plans(List.of(EMPLOYEE, RESIDENT), Mark.OFFICIAL),
            "employee+resident (\"职工居民一个政策\")", new Plans(List.of(EMPLOYEE, RESIDENT), Mark.OFFICIAL),
            "employee only (Q1)", new Plans(List.of(EMPLOYEE), Mark.OFFICIAL),
            "Shanghai-insured", new Plans(ALL, Mark.NOT_LIMITED),
            "insured in other Jiangsu cities", new Plans(ALL, Mark.NOT_LIMITED),
            "insured in other provinces", new Plans(ALL, Mark.NOT_LIMITED),
            "-", new Plans(List.of(), Mark.OFFICIAL));

    private static final Map<String, Flow> FLOWS = Map.of(
            "outbound", Flow.OUTBOUND,
            "inbound", Flow.INBOUND,
            "outbound+inbound", Flow.BOTH,
            "outbound+inbound (双向结算)", Flow.BOTH,
            "outbound+inbound (互联互通)", Flow.BOTH,
            // What is not open is said by the insured region of its own people.
            "-", Flow.OUTBOUND);

    /** The documents by the names of their files. */
    private static final Map<String, String> DOCUMENTS =
            Map.of("000_1809a0f3a9c00403.txt", "Z", "002_ce65da8128110817.txt", "N");

    private ConnectivityTable() {}

    /** Rows in the order of the table; derived ones last. */
    static List<ConnectivityRow> read(SeedTable table) {
        Map<String, ConnectivityRow> rows = new LinkedHashMap<>();
        for (SeedRow row : table.rows()) {
            for (ConnectivityRow printed : printed(row)) {
                if (rows.put(printed.id(), printed) != null) {
                    throw row.refusal("destination_code", "states " + printed.id() + " a second time");
                }
            }
        }
        table.rows().stream()
                .flatMap(row -> mirrored(row).stream())
                .forEach(derived -> rows.putIfAbsent(derived.id(), derived));
        return List.copyOf(rows.values());
    }

    private static List<ConnectivityRow> printed(SeedRow row) {
        Direction direction = switch (row.word("direction", FLOWS)) {
            case OUTBOUND, BOTH -> Direction.OUTBOUND;
            case INBOUND -> Direction.INBOUND;
        };
        Plans plans = row.word("categories", PLANS);
        ConnectivityStatus status = row.word("status", STATUSES);
        if (plans.plans().isEmpty() == (status == ConnectivityStatus.OPEN)) {
            throw row.refusal("categories", "does not go with the status");
        }
        return rows(row, Way.of(row), direction, plans);
    }

    private static List<ConnectivityRow> mirrored(SeedRow row) {
        boolean isTwoWay = row.word("direction", FLOWS) == Flow.BOTH;
        Way way = Way.of(row);
        return isTwoWay && !way.isInCity()
                ? rows(row, way.back(), Direction.INBOUND, new Plans(ALL, Mark.NOT_LIMITED))
                : List.of();
    }

    private static List<ConnectivityRow> rows(SeedRow row, Way way, Direction direction, Plans plans) {
        ConnectivityStatus status = row.word("status", STATUSES);
        FirstDay firstDay = firstDay(row, status);
        Stream<ServiceType> services = row.word("service_type", SERVICES).stream();
        return services.map(service -> new ConnectivityRow(
                        way.insuredRegion(),
                        way.careRegion(),
                        service,
                        direction,
                        status,
                        plans.plans(),
                        plans.mark(),
                        firstDay.day(),
                        firstDay.mark(),
                        row.optionalText("note"),
                        sourceOf(row)))
                .toList();
    }

    /** No date: open on every date. A month: from its first day. Both are readings; a day is as printed. */
    private static FirstDay firstDay(SeedRow row, ConnectivityStatus status) {
        if (row.optionalText("from_date") == null) {
            boolean isReading = status == ConnectivityStatus.OPEN;
            return new FirstDay(null, isReading ? Mark.ASSUMED : Mark.OFFICIAL);
        }
        return row.parsed(
                "from_date",
                text -> text.length() == "yyyy-MM".length()
                        ? new FirstDay(YearMonth.parse(text).atDay(1), Mark.ASSUMED)
                        : new FirstDay(LocalDate.parse(text), Mark.OFFICIAL));
    }

    private static String sourceOf(SeedRow row) {
        return row.parsed("source", text -> {
            String[] fileAndSection = text.split(" ", 2);
            String document = DOCUMENTS.get(fileAndSection[0]);
            if (document == null || fileAndSection.length < 2) {
                throw new IllegalArgumentException("not a section of a known document");
            }
            return document + " " + fileAndSection[1];
        });
    }

    private enum Flow {
        OUTBOUND,
        INBOUND,
        BOTH
    }

    private record Way(RegionScope insuredRegion, RegionScope careRegion) {

        static Way of(SeedRow row) {
            return new Way(
                    row.parsed("insured_region", RegionScope::parse),
                    row.parsed("destination_code", RegionScope::parse));
        }

        Way back() {
            return new Way(/* insuredRegion= */ careRegion, /* careRegion= */ insuredRegion);
        }

        boolean isInCity() {
            return insuredRegion.equals(careRegion);
        }
    }

    private record Plans(List<InsurancePlan> plans, Mark mark) {}

    private record FirstDay(@Nullable LocalDate day, Mark mark) {}
}
