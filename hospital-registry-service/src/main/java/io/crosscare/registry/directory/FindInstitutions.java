package io.crosscare.registry.directory;

import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionQuery;
import io.crosscare.registry.model.Versioned;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Institutions that meet a query, by code. The store gives the order, the model alone decides who matches. */
public final class FindInstitutions {

    private final Register<Institution> institutions;

    public FindInstitutions(Register<Institution> institutions) {
        this.institutions = institutions;
    }

    public Mono<Page<Versioned<Institution>>> find(InstitutionQuery query, @Nullable String after, int limit) {
        var matching = institutions.after(after).filter(institution -> query.matches(institution.value()));
        return Page.firstOf(
                matching, limit, institution -> institution.value().code().value());
    }
}
