package io.crosscare.registry.directory;

import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionOrder;
import io.crosscare.registry.model.InstitutionQuery;
import io.crosscare.registry.model.ListedInstitution;
import io.crosscare.registry.model.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Institutions that meet a query, in a wanted order. The model alone decides who matches and who comes first. */
public final class FindInstitutions {

    private final InstitutionDirectory directory;

    public FindInstitutions(InstitutionDirectory directory) {
        this.directory = directory;
    }

    /**
     * A page.
     *
     * @param after code of the last institution of the page before; null for the first
     * @return empty when the order has no place for that code
     */
    public Mono<Page<Versioned<Institution>>> find(
            InstitutionQuery query, InstitutionOrder order, @Nullable String after, int limit) {
        return directory
                .upToDate()
                .flatMap(listing -> Mono.justOrEmpty(rest(listing, order, after))
                        .map(rest -> Page.firstOf(
                                matching(rest, query).limit(limit + 1L).toList(),
                                limit,
                                institution -> institution.value().code().value())));
    }

    /** All that match, at most so many. */
    public Mono<List<Versioned<Institution>>> all(InstitutionQuery query, InstitutionOrder order, int limit) {
        return directory
                .upToDate()
                .map(listing ->
                        matching(listing.in(order).stream(), query).limit(limit).toList());
    }

    private static Stream<Versioned<Institution>> matching(Stream<ListedInstitution> listed, InstitutionQuery query) {
        return listed.filter(one -> query.matches(one.institution(), one.spoken()))
                .map(ListedInstitution::stored);
    }

    /** What comes after an institution; in the order of codes any code has a place. */
    private static Optional<Stream<ListedInstitution>> rest(
            InstitutionDirectory.Listing listing, InstitutionOrder order, @Nullable String after) {
        Stream<ListedInstitution> all = listing.in(order).stream();
        if (after == null) {
            return Optional.of(all);
        }
        if (order == InstitutionOrder.CODE) {
            return Optional.of(
                    all.filter(one -> one.institution().code().value().compareTo(after) > 0));
        }
        Comparator<ListedInstitution> comparator = order.comparator();
        return Optional.ofNullable(listing.find(after))
                .map(last -> all.filter(one -> comparator.compare(one, last) > 0));
    }
}
