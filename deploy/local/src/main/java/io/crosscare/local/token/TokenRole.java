package io.crosscare.local.token;

import java.util.Optional;
import java.util.Set;

/** Who a development token can speak for, and the claim that says which one. */
public enum TokenRole {
    HOSPITAL("institution", true),
    AGENCY("region", true),
    /** Without a region: the national platform. */
    PLATFORM("region", false),
    OPERATOR("", false),
    INSURED("person", true);

    /** Which of several accounts of the same role and claim; any role may have it. */
    public static final String ACCOUNT = "account";

    private final String claim;
    private final boolean isRequired;

    TokenRole(String claim, boolean isRequired) {
        this.claim = claim;
        this.isRequired = isRequired;
    }

    /** What is wrong with these claims for this role, as one line for people; empty when nothing is. */
    Optional<String> faultOf(Set<String> claims) {
        if (isRequired && !claims.contains(claim)) {
            return Optional.of(this + " 需要 --" + claim + " / " + this + " needs --" + claim);
        }
        return claims.stream()
                .filter(name -> !name.equals(claim) && !name.equals(ACCOUNT))
                .sorted()
                .findFirst()
                .map(name -> this + " 不用 --" + name + " / " + this + " takes no --" + name);
    }
}
