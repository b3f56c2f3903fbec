package io.crosscare.registry.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The one answer to a {@link ConnectionQuestion}, with the row it rests on. */
public sealed interface ConnectionAnswer {

    /** Care in the insured region itself needs no connection (design.md §3.6). */
    record AtHome() implements ConnectionAnswer {}

    record Open(ConnectivityRow row) implements ConnectionAnswer {}

    /** Not open, for one reason. */
    sealed interface Refused extends ConnectionAnswer {

        default RefusalReason reason() {
            return switch (this) {
                case NotConnected _ -> RefusalReason.REGIONS_NOT_CONNECTED;
                case NotYetOpen _ -> RefusalReason.NOT_CONNECTED_ON_DATE;
                case NotForPlan _ -> RefusalReason.SERVICE_NOT_OPEN_FOR_CATEGORY;
            };
        }
    }

    /**
     * The regions are not connected for this care.
     *
     * @param row null when no source says anything of the two: not known here, so not connected
     */
    record NotConnected(@Nullable ConnectivityRow row) implements Refused {}

    /** Open from a later day on. */
    record NotYetOpen(ConnectivityRow row, LocalDate from) implements Refused {}

    /** Open for other plans. */
    record NotForPlan(ConnectivityRow row) implements Refused {}

    /** The row that decided, where one did. */
    default @Nullable ConnectivityRow rowOrNull() {
        return switch (this) {
            case AtHome _ -> null;
            case Open(var row) -> row;
            case NotConnected(var row) -> row;
            case NotYetOpen(var row, var _) -> row;
            case NotForPlan(var row) -> row;
        };
    }
}
