package io.crosscare.registry.directory;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.registry.directory.Institutions.Recorded;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.Versioned;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One institution, as it is now or as it was on a day by what is known today. */
public final class ReadInstitution {

    private final Institutions institutions;

    public ReadInstitution(Institutions institutions) {
        this.institutions = institutions;
    }

    /**
     * Reads an institution.
     *
     * @param on null for now. For a day, the last change that holds from that day or before counts; for a day before all of them
     *     the first record, for nothing older is known
     */
    public Mono<Versioned<Institution>> read(InstitutionCode code, @Nullable LocalDate on) {
        return on == null
                ? institutions.find(code.value())
                : institutions
                        .history(code)
                        .collectList()
                        .filter(changes -> !changes.isEmpty())
                        .map(changes -> asOf(changes, on));
    }

    private static Versioned<Institution> asOf(List<Recorded> changes, LocalDate on) {
        Recorded holding = changes.stream()
                .filter(recorded -> !recorded.change().effectiveFrom().isAfter(on))
                .reduce((_, later) -> later)
                .orElse(changes.getFirst());
        return new Versioned<>(holding.change().institution(), holding.change().version());
    }
}
