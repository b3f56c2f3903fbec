package io.crosscare.correction.desk;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Port to the services that know more about a case. One that is silent fails with the fault {@code peer-unavailable} and may be
 * asked again; one that will not answer is a fact.
 */
public interface Neighbours {

    /** The person and the person's filings as filing-service has them. */
    Mono<List<Fact>> filings(PersonId person);

    /** Institution, connection on the day that decided, and the way of its filings upwards, as the registry states them. */
    Mono<List<Fact>> registry(Refusal refusal);

    /**
     * How the bill stands with settlement now; what cannot be previewed is an answer.
     *
     * @param until last day of a settlement on the way of a stay; null where it is none
     */
    Mono<Recheck> recheck(VisitScope scope, @Nullable LocalDate until);
}
