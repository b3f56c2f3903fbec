package io.crosscare.registry.keeping;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;

/**
 * Who keeps the institutions of a region: its agency as agency of the care region, and the platform of its province. Nobody else,
 * the national platform included: it reads.
 */
final class Keepers {

    private Keepers() {}

    static boolean isKeeper(Caller caller, RegionCode region) {
        return switch (caller) {
            case Caller.Agency agency -> agency.region().contains(region);
            case Caller.Platform platform ->
                platform.region() != null && platform.region().contains(region);
            case Caller.Hospital _, Caller.Operator _, Caller.Insured _, Caller.Service _ -> false;
        };
    }

    /** Whether the caller keeps the institutions of any region at all. */
    static boolean isKeeper(Caller caller) {
        return caller instanceof Caller.Agency
                || (caller instanceof Caller.Platform platform && platform.region() != null);
    }

    /** Whom a key belongs to: two accounts of one agency are one caller. */
    static String ownerOf(Caller caller) {
        return switch (caller) {
            case Caller.Agency agency -> caller.role() + " " + agency.region();
            case Caller.Platform platform -> caller.role() + " " + platform.region();
            case Caller.Hospital _, Caller.Operator _, Caller.Insured _, Caller.Service _ ->
                caller.role() + " " + caller.subject();
        };
    }
}
