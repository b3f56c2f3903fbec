package io.crosscare.registry.model;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a source on whether persons insured in one region settle one kind of care directly in another.
 *
 * @param direction OUTBOUND: the insured region speaks of its people; INBOUND: the care region speaks of its visitors
 * @param plans whose care; empty when the connection is not open
 * @param plansMark how firm the plans are
 * @param from first day; null when open on every date
 * @param fromMark how firm the first day is
 */
public record ConnectivityRow(
        RegionScope insuredRegion,
        RegionScope careRegion,
        ServiceType serviceType,
        Direction direction,
        ConnectivityStatus status,
        List<InsurancePlan> plans,
        Mark plansMark,
        @Nullable LocalDate from,
        Mark fromMark,
        @Nullable String note,
        String source) {

    public static final Pattern ID_FORM = Pattern.compile("([0-9]{6}|\\*)-([0-9]{6}|\\*)-[A-Z]+-[A-Z]+");

    public ConnectivityRow {
        plans = List.copyOf(plans);
        if (serviceType != serviceType.connection()) {
            throw new IllegalArgumentException("there is no connection of its own for " + serviceType);
        }
        if (status == ConnectivityStatus.OPEN && plans.isEmpty()) {
            throw new IllegalArgumentException("an open connection is open for somebody");
        }
    }

    /** {@code 321100-310000-OUTPATIENT-OUTBOUND}. */
    public String id() {
        return String.join("-", insuredRegion.text(), careRegion.text(), serviceType.name(), direction.name());
    }

    /** The mark of an answer that rests on this row. */
    public Mark mark() {
        return plansMark.and(fromMark);
    }

    boolean isOpen() {
        return status == ConnectivityStatus.OPEN;
    }
}
