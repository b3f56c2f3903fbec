package io.crosscare.correction.desk;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reach;
import io.crosscare.correction.desk.model.Refusal;
import java.util.Optional;

/**
 * Which cases a caller may see (design.md §3.7): a hospital its own, an agency those of its region as insured or as care
 * region, a person its own. What is out of sight does not exist for it.
 */
public sealed interface CaseSight {

    record Everything() implements CaseSight {}

    record OfInstitution(InstitutionCode institution) implements CaseSight {}

    /** The region or one inside it is the insured or the care region. */
    record OfRegion(RegionCode region) implements CaseSight {}

    record OfPerson(PersonId person) implements CaseSight {}

    /** Empty for callers who see no case at all: an operator gets counts, a platform feeds. */
    static Optional<CaseSight> of(Caller caller) {
        return switch (caller) {
            case Caller.Hospital hospital -> Optional.of(new OfInstitution(hospital.institution()));
            case Caller.Agency agency -> Optional.of(new OfRegion(agency.region()));
            case Caller.Insured insured -> Optional.of(new OfPerson(insured.person()));
            case Caller.Service _ -> Optional.of(new Everything());
            case Caller.Operator _, Caller.Platform _ -> Optional.empty();
        };
    }

    default boolean shows(CorrectionCase one) {
        Refusal refusal = one.file().firstRefusal();
        Outage outage = one.file().work().outage();
        Reach reach = outage == null ? Reach.NONE : outage.reach();
        return switch (this) {
            case Everything() -> true;
            case OfInstitution(InstitutionCode institution) ->
                refusal.institution().equals(institution)
                        || reach.institutions().contains(institution);
            case OfRegion(RegionCode region) ->
                region.contains(refusal.insuredRegion()) || region.contains(refusal.careRegion()) || reach.isIn(region);
            case OfPerson(PersonId person) ->
                outage == null && refusal.subject().scope().person().equals(person);
        };
    }

    /**
     * Whether the caller may bring something to the case. What one hospital writes or attaches is no other's to read, so none does
     * to the case of a silent service.
     */
    default boolean joins(CorrectionCase one) {
        return shows(one) && !(this instanceof OfInstitution && one.isOfNeighbour());
    }
}
