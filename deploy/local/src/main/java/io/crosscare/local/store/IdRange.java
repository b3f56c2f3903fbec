package io.crosscare.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Between which ids every match of a query lies, as far as the query says so in plain sight.
 *
 * @param from null when open below
 * @param to null when open above
 */
record IdRange(
        @Nullable String from,
        boolean isFromIncluded,
        @Nullable String to,
        boolean isToIncluded) {

    private static final IdRange ALL = new IdRange(null, false, null, false);

    static IdRange of(Document query) {
        IdRange range = query.get("_id") instanceof Document operators ? ofOperators(operators) : ALL;
        if (query.get("$and") instanceof Collection<?> parts) {
            for (Object part : parts) {
                range = range.and(of((Document) part));
            }
        }
        return range;
    }

    boolean isOpen() {
        return from == null && to == null;
    }

    /** The part of the map that lies in the range. */
    NavigableMap<String, Long> of(NavigableMap<String, Long> positions) {
        if (from != null && to != null) {
            return from.compareTo(to) > 0
                    ? positions.subMap(from, false, from, false)
                    : positions.subMap(from, isFromIncluded, to, isToIncluded);
        }
        if (from != null) {
            return positions.tailMap(from, isFromIncluded);
        }
        return to == null ? positions : positions.headMap(to, isToIncluded);
    }

    private static IdRange ofOperators(Document operators) {
        return ALL.and(below(operators, "$gt", false))
                .and(below(operators, "$gte", true))
                .and(above(operators, "$lt", false))
                .and(above(operators, "$lte", true));
    }

    private static IdRange below(Document operators, String operator, boolean isIncluded) {
        return operators.get(operator) instanceof String from ? new IdRange(from, isIncluded, null, false) : ALL;
    }

    private static IdRange above(Document operators, String operator, boolean isIncluded) {
        return operators.get(operator) instanceof String to ? new IdRange(null, false, to, isIncluded) : ALL;
    }

    private IdRange and(IdRange other) {
        IdRange below = isNarrowerBelow(other) ? other : this;
        IdRange above = isNarrowerAbove(other) ? other : this;
        return new IdRange(below.from, below.isFromIncluded, above.to, above.isToIncluded);
    }

    private boolean isNarrowerBelow(IdRange other) {
        if (other.from == null || from == null) {
            return from == null;
        }
        int order = other.from.compareTo(from);
        return order > 0 || (order == 0 && !other.isFromIncluded);
    }

    private boolean isNarrowerAbove(IdRange other) {
        if (other.to == null || to == null) {
            return to == null;
        }
        int order = other.to.compareTo(to);
        return order < 0 || (order == 0 && !other.isToIncluded);
    }
}
