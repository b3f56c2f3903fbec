package io.crosscare.correction.desk;

import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Office;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which offices of a case are in the suite: the hospital always, an agency where the registry has told of it. */
public final class KnownOffices {

    private final Agencies agencies;

    public KnownOffices(Agencies agencies) {
        this.agencies = agencies;
    }

    Mono<Set<Office>> of(CorrectionCase one) {
        return Flux.fromIterable(Office.lineOf(one.file().firstRefusal()))
                .filterWhen(office ->
                        office.isHospital() ? Mono.just(true) : agencyOf(office).hasElement())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A district without an agency of its own has its city's. */
    public Mono<Agency> agencyOf(Office office) {
        return agencies.find(office.region())
                .switchIfEmpty(Mono.defer(() -> agencies.find(office.region().city())));
    }
}
