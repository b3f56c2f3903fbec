package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which visits and settlements a caller may see: a hospital its own, an agency those of its region as insured or as care
 * region, a person its own (design.md §3.7). What is not visible is answered as if it were not there.
 */
@Component
final class VisibleVisits {

    private final Visits visits;
    private final Chain chain;

    VisibleVisits(Visits visits, Chain chain) {
        this.visits = visits;
        this.chain = chain;
    }

    Mono<Visit> visible(Caller caller, String id) {
        requireSight(caller);
        return find(id).filter(visit -> maySee(caller, visit.registration()))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /** Who sees nobody's care is told so, whatever is asked for; others cannot tell what is not theirs from what is not there. */
    private static void requireSight(Caller caller) {
        if (caller instanceof Caller.Platform || caller instanceof Caller.Operator) {
            throw ProblemException.forbidden();
        }
    }

    /** A visit that the calling hospital may act on. */
    Mono<Visit> own(Caller caller, String id) {
        InstitutionCode institution = caller.requireHospital();
        return find(id).filter(visit -> visit.registration().institution().equals(institution))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    Mono<Settlement> settlement(Caller caller, String id) {
        requireSight(caller);
        return findSettlement(id)
                .filter(settlement -> maySee(caller, settlement))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /** A settlement that the calling hospital may act on. */
    Mono<Settlement> ownSettlement(Caller caller, String id) {
        InstitutionCode institution = caller.requireHospital();
        return findSettlement(id)
                .filter(settlement -> settlement.care().institution().equals(institution))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    static boolean maySee(Caller caller, Settlement settlement) {
        Care care = settlement.care();
        return maySee(caller, care.institution(), settlement.link().person(), care.insuredRegion(), care.careRegion());
    }

    private static boolean maySee(Caller caller, Registration visit) {
        return maySee(caller, visit.institution(), visit.person(), visit.insuredRegion(), visit.careRegion());
    }

    private static boolean maySee(
            Caller caller,
            InstitutionCode institution,
            PersonId person,
            RegionCode insuredRegion,
            RegionCode careRegion) {
        return switch (caller) {
            case Caller.Hospital hospital -> hospital.institution().equals(institution);
            case Caller.Agency _ -> caller.isAgencyOf(insuredRegion) || caller.isAgencyOf(careRegion);
            case Caller.Insured _ -> caller.isPerson(person);
            case Caller.Service _ -> true;
            case Caller.Platform _, Caller.Operator _ -> false;
        };
    }

    private Mono<Settlement> findSettlement(String id) {
        return Mono.fromSupplier(() -> EntryId.parse(id))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMap(chain::byId)
                .ofType(Settlement.class);
    }

    private Mono<Visit> find(String id) {
        return Mono.fromSupplier(() -> new VisitId(id))
                .onErrorComplete(IllegalArgumentException.class)
                .flatMap(visits::find);
    }
}
