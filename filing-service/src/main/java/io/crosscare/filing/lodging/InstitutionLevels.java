package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.Referral;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Port to the levels of institutions, as the registry tells them. */
public interface InstitutionLevels {

    /** The level the registry has; empty where it does not know the institution, or not its level. */
    Mono<InstitutionLevel> find(InstitutionCode institution);

    /**
     * Keeps what the registry says, unless something later is kept.
     *
     * @param level null where it has none
     * @param version of the registry's record
     */
    Mono<Void> keep(InstitutionCode institution, @Nullable InstitutionLevel level, long version);

    /** The level the registry has of the hospital that refers. */
    default Mono<Optional<InstitutionLevel>> ofReferral(StatedFacts facts) {
        Referral referral = facts.referral();
        return referral == null
                ? Mono.just(Optional.empty())
                : find(referral.institution()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
