package io.crosscare.settlement.audit;

import java.util.List;
import reactor.core.publisher.Flux;

/** Port to what another service has made of this one's events: how far it has come with each person. */
public interface ProjectedHeads {

    /** How many persons may be asked for at once. */
    int PERSONS_MAX = 500;

    /** One person's head there. */
    record ProjectedHead(String person, long seq, String hash) {}

    /** The heads of those persons of whom anything has arrived. */
    Flux<ProjectedHead> of(List<String> persons);
}
