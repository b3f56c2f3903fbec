package io.crosscare.settlement.eligibility;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Port to the latest rebuilding of the read models. There is one at a time, whichever instance runs it. */
public interface CopyRebuilds {

    /** Empty when there never was one. */
    Mono<CopyRebuild> latest();

    /**
     * Puts a new one in the place of the latest, unless that still runs.
     *
     * @param now at which a silent one counts as stopped
     * @return whether it began
     */
    Mono<Boolean> begin(CopyRebuild rebuild, Instant now);

    /** Says how far it has come, as long as no other has taken its place. */
    Mono<Void> say(CopyRebuild rebuild);
}
