package io.crosscare.filing.refusal;

import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.region.RegionCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings a refusal on the wire: a problem that names the agency which can help, counted by its reason. */
public final class Refusals {

    private final Agencies agencies;
    private final MeterRegistry meters;

    public Refusals(Agencies agencies, MeterRegistry meters) {
        this.agencies = agencies;
        this.meters = meters;
        for (RefusalReason reason : RefusalReason.values()) {
            counted(reason);
        }
    }

    /** There from the start, so that the first refusal for a reason is seen as a rise from zero. */
    private Counter counted(RefusalReason reason) {
        return meters.counter("crosscare.filing.refusals", "reason", reason.name());
    }

    /** Always ends with the problem. */
    public <T> Mono<T> refuse(Refusal refusal) {
        counted(refusal.reason()).increment();
        return responsibleFor(refusal.region()).flatMap(agency -> Mono.error(problem(refusal, agency)));
    }

    private static ProblemException problem(Refusal refusal, Agency agency) {
        ProblemException problem = ProblemException.of(ProblemType.REFUSED, refusal.message())
                .with("reason", refusal.reason().name())
                .with("message", refusal.message().zh())
                .with("messageEn", refusal.message().en())
                .with("responsible", responsible(agency))
                .with("nextStep", refusal.nextStep().zh())
                .with("nextStepEn", refusal.nextStep().en())
                .with("decidedOn", refusal.decidedOn().toString());
        refusal.facts().forEach(problem::with);
        return problem;
    }

    /** The nearest agency known: the region's own, its city's, its province's; without one the region alone is named. */
    private Mono<Agency> responsibleFor(RegionCode region) {
        return Flux.just(region, region.city(), region.province())
                .distinct()
                .concatMap(agencies::find)
                .next()
                .defaultIfEmpty(new Agency(region, "参保地医保经办机构", null, 0));
    }

    private static Map<String, String> responsible(Agency agency) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("name", agency.name());
        members.put("region", agency.region().value());
        String phone = agency.phone();
        if (phone != null) {
            members.put("phone", phone);
        }
        return members;
    }
}
