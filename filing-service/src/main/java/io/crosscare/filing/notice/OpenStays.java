package io.crosscare.filing.notice;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.filing.notice.model.OpenStay;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Port to who is in hospital now. */
public interface OpenStays {

    /** Of how many persons may be asked at once. */
    int PERSONS_MAX = 200;

    /** The stays of these persons that go on; an error where that is not known. */
    Mono<List<OpenStay>> of(Set<PersonId> persons);
}
