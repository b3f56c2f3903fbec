package io.crosscare.correction.desk;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.model.Comment.Author;

/** Who works on cases: hospitals and agencies. */
public final class Authors {

    private Authors() {}

    /**
     * The caller as an author.
     *
     * @throws ProblemException {@code forbidden} for everybody else
     */
    public static Author require(Caller caller) {
        return switch (caller) {
            case Caller.Hospital hospital ->
                new Author(Author.Role.HOSPITAL, hospital.institution().value(), hospital.subject());
            case Caller.Agency agency ->
                new Author(Author.Role.AGENCY, agency.region().value(), agency.subject());
            case Caller.Insured _, Caller.Operator _, Caller.Platform _, Caller.Service _ ->
                throw ProblemException.forbidden();
        };
    }

    /** Whether the caller belongs to the institution or the agency with this code. */
    public static boolean isOf(Caller caller, String organisation) {
        return switch (caller) {
            case Caller.Hospital hospital -> hospital.institution().value().equals(organisation);
            case Caller.Agency agency -> agency.region().value().equals(organisation);
            case Caller.Insured _, Caller.Operator _, Caller.Platform _, Caller.Service _ -> false;
        };
    }
}
