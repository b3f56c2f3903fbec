package io.crosscare.filing.lodging;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Levels in memory; at first the registry knows nobody. */
public final class FakeInstitutionLevels implements InstitutionLevels {

    private record Kept(@Nullable InstitutionLevel level, long version) {}

    private final Map<InstitutionCode, Kept> levels = new HashMap<>();

    @Override
    public Mono<InstitutionLevel> find(InstitutionCode institution) {
        return Mono.fromSupplier(() -> levels.get(institution)).mapNotNull(Kept::level);
    }

    @Override
    public Mono<Void> keep(InstitutionCode institution, @Nullable InstitutionLevel level, long version) {
        return Mono.fromRunnable(() -> levels.merge(
                institution,
                new Kept(level, version),
                (before, next) -> next.version() > before.version() ? next : before));
    }
}
