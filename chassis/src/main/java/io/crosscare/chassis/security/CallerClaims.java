package io.crosscare.chassis.security;

import com.nimbusds.jwt.JWTClaimsSet;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** A {@link Caller} as claims of a token: {@code sub}, {@code role} and what the role needs. */
public final class CallerClaims {

    private static final String ROLE = "role";
    private static final String INSTITUTION = "institution";
    private static final String REGION = "region";
    private static final String PERSON = "person";

    private CallerClaims() {}

    /** Adds the caller's claims. */
    public static JWTClaimsSet.Builder write(Caller caller, JWTClaimsSet.Builder claims) {
        claims.subject(caller.subject()).claim(ROLE, caller.role().name());
        return switch (caller) {
            case Caller.Hospital hospital ->
                claims.claim(INSTITUTION, hospital.institution().value());
            case Caller.Agency agency -> claims.claim(REGION, agency.region().value());
            case Caller.Platform platform -> {
                RegionCode region = platform.region();
                yield region == null ? claims : claims.claim(REGION, region.value());
            }
            case Caller.Insured insured -> claims.claim(PERSON, insured.person().value());
            case Caller.Operator _, Caller.Service _ -> claims;
        };
    }

    /**
     * The caller that the claims name.
     *
     * @throws IllegalArgumentException when a claim is missing or malformed; the message holds no value
     */
    public static Caller read(JWTClaimsSet claims) {
        String subject = required("sub", claims.getSubject());
        return switch (roleOf(claims)) {
            case HOSPITAL -> new Caller.Hospital(subject, new InstitutionCode(required(claims, INSTITUTION)));
            case AGENCY -> new Caller.Agency(subject, new RegionCode(required(claims, REGION)));
            case PLATFORM -> {
                String region = find(claims, REGION);
                yield new Caller.Platform(subject, region == null ? null : new RegionCode(region));
            }
            case OPERATOR -> new Caller.Operator(subject);
            case INSURED -> new Caller.Insured(subject, new PersonId(required(claims, PERSON)));
            case SERVICE -> new Caller.Service(subject);
        };
    }

    private static Role roleOf(JWTClaimsSet claims) {
        try {
            return Role.valueOf(required(claims, ROLE));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("claim role is missing or unknown", e);
        }
    }

    private static String required(JWTClaimsSet claims, String name) {
        return required(name, find(claims, name));
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("claim " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String find(JWTClaimsSet claims, String name) {
        try {
            return claims.getStringClaim(name);
        } catch (ParseException e) {
            throw new IllegalArgumentException("claim " + name + " is not a text", e);
        }
    }
}
