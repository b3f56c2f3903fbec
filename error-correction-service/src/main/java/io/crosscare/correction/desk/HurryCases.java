package io.crosscare.correction.desk;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CorrectionCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has the open cases looked at again that a change may have mended: of a person, an institution or a connection. What changed long
 * ago, as it is told when a topic is read from its beginning, has mended nothing that is still open.
 */
public final class HurryCases {

    private static final int CASES_MAX = 5_000;
    private static final Duration NEWS = Duration.ofHours(24);

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final Clock clock;

    public HurryCases(CorrectionCases cases, ChangeCase changeCase, Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.clock = clock;
    }

    public Mono<Void> ofPerson(PersonId person, Instant changedAt) {
        return hurry(
                cases.of(person).filter(one -> one.state() == CaseState.OPEN).map(CorrectionCase::id), changedAt);
    }

    public Mono<Void> at(InstitutionCode institution, Instant changedAt) {
        return hurry(cases.waitingAt(institution, CASES_MAX), changedAt);
    }

    /**
     * Of a connection.
     *
     * @param insuredRegion null where it speaks of all
     * @param careRegion null where it speaks of all
     */
    public Mono<Void> between(@Nullable RegionCode insuredRegion, @Nullable RegionCode careRegion, Instant changedAt) {
        return hurry(cases.waitingBetween(insuredRegion, careRegion, CASES_MAX), changedAt);
    }

    private Mono<Void> hurry(Flux<CaseId> concerned, Instant changedAt) {
        if (changedAt.isBefore(clock.instant().minus(NEWS))) {
            return Mono.empty();
        }
        return concerned
                .concatMap(id -> changeCase.change(id, present -> present.hurried(clock.instant())))
                .then();
    }
}
