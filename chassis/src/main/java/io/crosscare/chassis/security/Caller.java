package io.crosscare.chassis.security;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as rules of access need it (design.md §3.7). Comes only from a verified token; every object is
 * authorised against it, not only every route.
 */
public sealed interface Caller {

    /** The token's subject: an account or a client, never a person's name or number. */
    String subject();

    Role role();

    /** Sees its own visits and settlements. */
    record Hospital(String subject, InstitutionCode institution) implements Caller {
        @Override
        public Role role() {
            return Role.HOSPITAL;
        }
    }

    /** Sees what concerns its region as insured or as care region; a prefecture sees its districts. */
    record Agency(String subject, RegionCode region) implements Caller {
        @Override
        public Role role() {
            return Role.AGENCY;
        }
    }

    /**
     * Sees its province, or everything, through feeds.
     *
     * @param region the province it speaks for; null for the nation
     */
    record Platform(String subject, @Nullable RegionCode region) implements Caller {
        @Override
        public Role role() {
            return Role.PLATFORM;
        }
    }

    /** Sees health, metrics, counts and reference data, no personal data. */
    record Operator(String subject) implements Caller {
        @Override
        public Role role() {
            return Role.OPERATOR;
        }
    }

    record Insured(String subject, PersonId person) implements Caller {
        @Override
        public Role role() {
            return Role.INSURED;
        }
    }

    /** Another service of the suite, on its own behalf. */
    record Service(String subject) implements Caller {
        @Override
        public Role role() {
            return Role.SERVICE;
        }
    }

    /** Whether this is the agency responsible for the region: its own, or one inside it. */
    default boolean isAgencyOf(RegionCode region) {
        return this instanceof Agency agency && agency.region().contains(region);
    }

    /** Whether this is the insured person itself. */
    default boolean isPerson(PersonId person) {
        return this instanceof Insured insured && insured.person().equals(person);
    }

    default boolean isService() {
        return this instanceof Service;
    }

    /**
     * The institution that calls.
     *
     * @throws ProblemException {@code forbidden} for everybody else
     */
    default InstitutionCode requireHospital() {
        if (this instanceof Hospital hospital) {
            return hospital.institution();
        }
        throw ProblemException.forbidden();
    }

    /**
     * The agency that calls, of whatever region.
     *
     * @throws ProblemException {@code forbidden} for everybody else
     */
    default Agency requireAgency() {
        if (this instanceof Agency agency) {
            return agency;
        }
        throw ProblemException.forbidden();
    }

    /**
     * Passes only the agency responsible for the region.
     *
     * @throws ProblemException {@code forbidden} for everybody else
     */
    default void requireAgencyOf(RegionCode region) {
        if (!isAgencyOf(region)) {
            throw ProblemException.forbidden();
        }
    }
}
