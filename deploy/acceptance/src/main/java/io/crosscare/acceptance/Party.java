package io.crosscare.acceptance;

import io.crosscare.local.token.TokenRole;
import java.util.Map;

/**
 * Who calls: a name that people read and the claims of its own token. Every request of the demo is made by exactly one party,
 * with that party's token and no other's.
 *
 * @param role what the gateway lets it do
 * @param claims what the role is limited to: its region, its institution
 */
public record Party(String zh, String en, TokenRole role, Map<String, String> claims) {

    public Party {
        claims = Map.copyOf(claims);
    }

    public static Party agency(String zh, String en, String region) {
        return new Party(zh, en, TokenRole.AGENCY, Map.of("region", region));
    }

    /** One of several accounts of an agency. */
    public static Party agency(String zh, String en, String region, String account) {
        return new Party(zh, en, TokenRole.AGENCY, Map.of("region", region, TokenRole.ACCOUNT, account));
    }

    public static Party hospital(String zh, String en, String institution) {
        return new Party(zh, en, TokenRole.HOSPITAL, Map.of("institution", institution));
    }

    public static Party platform(String zh, String en, String region) {
        return new Party(zh, en, TokenRole.PLATFORM, Map.of("region", region));
    }

    /** The code of the hospital that this is. */
    public String institution() {
        String institution = claims.get("institution");
        if (institution == null) {
            throw new IllegalStateException(en + " is no hospital");
        }
        return institution;
    }

    public static Party insured(String personId) {
        return new Party("参保人", "insured person", TokenRole.INSURED, Map.of("person", personId));
    }

    public static Party operator() {
        return new Party("运维", "operator", TokenRole.OPERATOR, Map.of());
    }
}
