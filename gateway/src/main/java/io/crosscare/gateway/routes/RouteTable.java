package io.crosscare.gateway.routes;

import static io.crosscare.chassis.security.Role.OPERATOR;
import static io.crosscare.gateway.routes.Door.Method.GET;
import static io.crosscare.gateway.routes.Door.Method.POST;
import static io.crosscare.gateway.routes.Door.Method.PUT;
import static io.crosscare.gateway.routes.Peer.CORRECTION;
import static io.crosscare.gateway.routes.Peer.FILING;
import static io.crosscare.gateway.routes.Peer.REGISTRY;
import static io.crosscare.gateway.routes.Peer.SETTLEMENT;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every door of the suite (design.md §6), in reading order. What is not written here does not exist outside: no service's
 * path, no actuator and nothing a request names can be reached by another way.
 */
public final class RouteTable {

    public static final String ROOT = "/api/v1";

    /** Below it, doors are open to anybody: nothing of a person is read or written there. */
    public static final String PUBLIC = "/public/";

    /** The contract of all doors below, open to anybody: no door of a service. */
    public static final String CONTRACT = "/openapi.json";

    private static final List<Door> DOORS = List.of(
            // Insured persons and their filings
            new Door(POST, "/insured-persons", FILING),
            new Door(POST, "/insured-persons/lookups", FILING),
            new Door(GET, "/insured-persons/{personId}", FILING),
            new Door(POST, "/insured-persons/{personId}/disclosures", FILING),
            new Door(GET, "/personal-data-reads", FILING),
            new Door(POST, "/insured-person-imports", FILING).upload(),
            new Door(GET, "/insured-person-imports", FILING),
            new Door(GET, "/insured-person-imports/{id}", FILING),
            new Door(GET, "/insured-person-imports/{id}/rows", FILING),
            new Door(GET, "/insured-person-imports/{id}/rows.csv", FILING),
            new Door(GET, "/insured-person-imports/{id}/errors", FILING),
            new Door(POST, "/filings", FILING),
            new Door(GET, "/filings", FILING),
            new Door(GET, "/filings/{id}", FILING),
            new Door(GET, "/filings/changes", FILING),
            new Door(POST, "/filings/{id}/changes", FILING),
            new Door(POST, "/filings/{id}/supplements", FILING),
            new Door(POST, "/filings/{id}/withdrawals", FILING),
            new Door(POST, "/filings/{id}/reviews", FILING),
            new Door(POST, "/filings/{id}/forms", FILING),
            new Door(GET, "/filings/{id}/forms", FILING),
            new Door(POST, "/filings/{id}/scans", FILING),
            new Door(GET, "/filings/{id}/scans", FILING),
            new Door(GET, "/filings/{id}/scans/{number}", FILING),
            new Door(GET, "/filings/{id}/receipt", FILING),
            new Door(GET, "/filings/{id}/settlements", FILING),
            new Door(POST, "/filing-batches", FILING).upload(),
            new Door(GET, "/filing-batches", FILING),
            new Door(GET, "/filing-batches/{id}", FILING),
            new Door(GET, "/filing-batches/{id}/rows", FILING),
            new Door(GET, "/filing-batches/{id}/rows.csv", FILING),
            new Door(GET, "/filing-checks", FILING),
            new Door(GET, "/filing-rules", FILING),
            new Door(GET, "/filing-notices", FILING),
            // Who is open for whom
            new Door(GET, "/institutions", REGISTRY),
            new Door(GET, "/institutions/{code}", REGISTRY),
            new Door(GET, "/institutions/{code}/admissions", REGISTRY),
            new Door(GET, "/institutions/changes", REGISTRY),
            new Door(GET, "/institutions/{code}/history", REGISTRY),
            new Door(POST, "/institutions/{code}/suspensions", REGISTRY),
            new Door(POST, "/institutions/{code}/resumptions", REGISTRY),
            new Door(POST, "/institutions/{code}/outages", REGISTRY),
            new Door(POST, "/institution-imports", REGISTRY).upload(),
            new Door(GET, "/public/institutions", REGISTRY),
            new Door(GET, "/uploads", REGISTRY),
            new Door(POST, "/uploads/{id}/retries", REGISTRY),
            new Door(GET, "/capabilities", REGISTRY),
            new Door(GET, "/agencies", REGISTRY),
            new Door(GET, "/regions", REGISTRY),
            new Door(GET, "/connectivity", REGISTRY),
            // A visit from the window to the settlement
            new Door(POST, "/visits", SETTLEMENT),
            new Door(GET, "/visits", SETTLEMENT),
            new Door(GET, "/visits/{id}", SETTLEMENT),
            new Door(PUT, "/visits/{id}/fee-lines", SETTLEMENT),
            new Door(PUT, "/visits/{id}/category-totals", SETTLEMENT),
            new Door(POST, "/visits/{id}/changes", SETTLEMENT),
            new Door(POST, "/visits/{id}/cancellations", SETTLEMENT),
            new Door(POST, "/visits/{id}/fee-line-withdrawals", SETTLEMENT),
            new Door(PUT, "/visits/{id}/diagnoses", SETTLEMENT),
            new Door(POST, "/visits/{id}/discharges", SETTLEMENT),
            new Door(POST, "/visits/{id}/discharge-cancellations", SETTLEMENT),
            new Door(POST, "/visits/{id}/previews", SETTLEMENT),
            new Door(POST, "/visits/{id}/settlements", SETTLEMENT),
            // Settlements, and what undoes or finds them
            new Door(GET, "/settlements", SETTLEMENT),
            new Door(GET, "/settlements/{id}", SETTLEMENT),
            new Door(GET, "/settlements/{id}/explanation", SETTLEMENT),
            new Door(GET, "/settlements/{id}/explanation/lines", SETTLEMENT),
            new Door(GET, "/settlements/{id}/national-amounts", SETTLEMENT),
            new Door(POST, "/settlements/{id}/cancellations", SETTLEMENT),
            new Door(POST, "/settlements/{id}/adjustments", SETTLEMENT),
            new Door(POST, "/settlements/{id}/recomputations", SETTLEMENT),
            new Door(POST, "/reversals", SETTLEMENT),
            new Door(GET, "/outcomes", SETTLEMENT),
            // A person's chain
            new Door(GET, "/persons/{personId}/chain", SETTLEMENT),
            new Door(GET, "/persons/{personId}/accumulators", SETTLEMENT),
            new Door(GET, "/persons/{personId}/settlements", SETTLEMENT),
            new Door(POST, "/persons/{personId}/openings", SETTLEMENT),
            new Door(POST, "/persons/{personId}/account-credits", SETTLEMENT),
            new Door(POST, "/persons/{personId}/externals", SETTLEMENT),
            new Door(POST, "/persons/{personId}/closings", SETTLEMENT),
            new Door(POST, "/external-feeds", SETTLEMENT).upload(),
            new Door(GET, "/external-feeds", SETTLEMENT),
            new Door(POST, "/accumulator-comparisons", SETTLEMENT),
            // Policies, catalogues and the auditor
            new Door(POST, "/policies", SETTLEMENT).lengthy(),
            new Door(GET, "/policies", SETTLEMENT),
            new Door(GET, "/policies/{hash}", SETTLEMENT),
            new Door(GET, "/policies/{hash}/differences", SETTLEMENT),
            new Door(GET, "/policy-proposals", SETTLEMENT),
            new Door(GET, "/policy-proposals/{hash}", SETTLEMENT),
            new Door(POST, "/policy-proposals/{hash}/decisions", SETTLEMENT),
            new Door(POST, "/policy-replays", SETTLEMENT),
            new Door(GET, "/policy-replays", SETTLEMENT),
            new Door(GET, "/policy-replays/{id}", SETTLEMENT),
            new Door(GET, "/policy-replays/{id}/groups.csv", SETTLEMENT),
            new Door(POST, "/policy-replays/{id}/cancellations", SETTLEMENT),
            new Door(POST, "/catalogues", SETTLEMENT).upload(),
            new Door(GET, "/catalogues", SETTLEMENT),
            new Door(GET, "/catalogues/{hash}", SETTLEMENT),
            new Door(GET, "/catalogues/{hash}/document", SETTLEMENT),
            new Door(GET, "/catalogues/{hash}/items", SETTLEMENT),
            new Door(GET, "/catalogue-imports", SETTLEMENT),
            new Door(GET, "/catalogue-imports/{id}", SETTLEMENT),
            new Door(GET, "/catalogue-imports/{id}/errors", SETTLEMENT),
            new Door(PUT, "/item-mappings", SETTLEMENT).upload(),
            new Door(GET, "/item-mappings", SETTLEMENT),
            new Door(POST, "/audits", SETTLEMENT).onlyFor(OPERATOR),
            new Door(GET, "/audits/{id}", SETTLEMENT).onlyFor(OPERATOR),
            new Door(GET, "/chain-exports", SETTLEMENT).lengthy(),
            new Door(GET, "/read-models", SETTLEMENT).onlyFor(OPERATOR),
            new Door(POST, "/read-models/rebuilds", SETTLEMENT).onlyFor(OPERATOR),
            // Whom the window turned away
            new Door(POST, "/correction-cases", CORRECTION),
            new Door(GET, "/correction-cases", CORRECTION),
            new Door(GET, "/correction-cases/counts", CORRECTION),
            new Door(GET, "/correction-cases/workload", CORRECTION),
            new Door(GET, "/correction-cases/automation", CORRECTION),
            new Door(GET, "/correction-cases/{id}", CORRECTION),
            new Door(GET, "/correction-cases/{id}/patients", CORRECTION),
            new Door(POST, "/correction-cases/{id}/repairs", CORRECTION),
            new Door(POST, "/correction-cases/{id}/comments", CORRECTION),
            new Door(POST, "/correction-cases/{id}/assignments", CORRECTION),
            new Door(POST, "/correction-cases/{id}/returns", CORRECTION),
            new Door(POST, "/correction-cases/{id}/escalations", CORRECTION),
            new Door(POST, "/correction-cases/{id}/resolutions", CORRECTION),
            new Door(POST, "/correction-cases/{id}/reopenings", CORRECTION),
            new Door(GET, "/correction-cases/{id}/letter", CORRECTION),
            new Door(GET, "/correction-cases/{id}/papers", CORRECTION),
            new Door(POST, "/correction-cases/{id}/attachments", CORRECTION),
            new Door(POST, "/correction-cases/{id}/disclosures", CORRECTION),
            new Door(GET, "/correction-terms", CORRECTION),
            // What a service could not process
            new Door(GET, "/dead-letters", CORRECTION).onlyFor(OPERATOR),
            new Door(GET, "/dead-letters/{id}", CORRECTION).onlyFor(OPERATOR),
            new Door(POST, "/dead-letters/{id}/replays", CORRECTION).onlyFor(OPERATOR),
            new Door(POST, "/dead-letters/{id}/discards", CORRECTION).onlyFor(OPERATOR));

    private static final List<String> CONTRACT_SEGMENTS = segmentsOf(ROOT + CONTRACT);

    private final List<Door> doors;
    private final Map<Integer, List<Place>> placesByLength;

    private RouteTable(List<Door> doors) {
        this.doors = List.copyOf(doors);
        this.placesByLength = doors.stream().collect(Collectors.groupingBy(Door::pattern)).values().stream()
                .map(Place::of)
                .sorted()
                .collect(Collectors.groupingBy(place -> place.segments().size()));
    }

    public static RouteTable ofTheSuite() {
        return new RouteTable(DOORS);
    }

    public List<Door> doors() {
        return doors;
    }

    /**
     * The door of a request. HEAD asks for what GET would answer.
     *
     * @param method as it stands in the request line
     */
    public Match match(String method, RequestPath path) {
        if (path.segments().equals(CONTRACT_SEGMENTS)) {
            return isMethod(GET, method) ? new Match.Contract() : new Match.OtherMethods(EnumSet.of(GET));
        }
        Set<Door.Method> others = EnumSet.noneOf(Door.Method.class);
        for (Place place : placesByLength.getOrDefault(path.segments().size(), List.of())) {
            if (place.holds(path)) {
                for (Map.Entry<Door.Method, Door> door : place.doors().entrySet()) {
                    if (isMethod(door.getKey(), method)) {
                        return new Match.Found(door.getValue());
                    }
                    others.add(door.getKey());
                }
            }
        }
        return others.isEmpty() ? new Match.Nothing() : new Match.OtherMethods(others);
    }

    private static boolean isMethod(Door.Method offered, String method) {
        return offered.name().equals(method) || (offered == GET && method.equals("HEAD"));
    }

    private static List<String> segmentsOf(String path) {
        return List.of(path.substring(1).split("/"));
    }

    /** The doors of one path; literal segments are tried before ids. */
    private record Place(List<String> segments, Map<Door.Method, Door> doors) implements Comparable<Place> {

        static Place of(List<Door> doors) {
            String pattern = doors.getFirst().pattern();
            Map<Door.Method, Door> byMethod = new EnumMap<>(Door.Method.class);
            for (Door door : doors) {
                if (byMethod.put(door.method(), door) != null) {
                    throw new IllegalStateException("two doors " + door.id());
                }
            }
            return new Place(segmentsOf(pattern), byMethod);
        }

        boolean holds(RequestPath path) {
            for (int i = 0; i < segments.size(); i++) {
                String segment = segments.get(i);
                if (!isId(segment) && !segment.equals(path.segments().get(i))) {
                    return false;
                }
            }
            return true;
        }

        private long ids() {
            return segments.stream().filter(Place::isId).count();
        }

        private static boolean isId(String segment) {
            return segment.startsWith("{");
        }

        @Override
        public int compareTo(Place other) {
            return Long.compare(ids(), other.ids());
        }
    }
}
