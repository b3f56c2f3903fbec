package io.crosscare.acceptance;

import java.util.Map;

/**
 * Who calls: a name that people read and the claims of its own token. Every request of the demo is made by exactly one party,
 * with that party's token and no other's.
 *
 * @param role the role claim, as the gateway knows it
 * @param claims what the role is limited to: its region, its institution
 */
public record Party(String zh, String en, String role, Map<String, String> claims) {

    public Party {
        claims = Map.copyOf(claims);
    }

    public static Party agency(String zh, String en, String region) {
        return new Party(zh, en, "AGENCY", Map.of("region", region));
    }

    public static Party hospital(String zh, String en, String institution) {
        return new Party(zh, en, "HOSPITAL", Map.of("institution", institution));
    }

    public static Party platform(String zh, String en, String region) {
        return new Party(zh, en, "PLATFORM", Map.of("region", region));
    }

    public static Party operator() {
        return new Party("运维", "operator", "OPERATOR", Map.of());
    }
}
