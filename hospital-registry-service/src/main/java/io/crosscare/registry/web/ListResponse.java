package io.crosscare.registry.web;

import io.crosscare.registry.directory.Page;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A page of a list; without a cursor it is the last. */
record ListResponse<T>(List<T> items, @Nullable String nextCursor) {

    static <S, T> ListResponse<T> of(Page<S> page, Function<S, T> form) {
        return of(page, form, id -> id);
    }

    /** Of a list whose places are not the ids of its items. */
    static <S, T> ListResponse<T> of(Page<S> page, Function<S, T> form, UnaryOperator<String> placeOf) {
        String lastId = page.lastId();
        return new ListResponse<>(
                page.items().stream().map(form).toList(),
                lastId == null ? null : ListCursor.encode(placeOf.apply(lastId)));
    }
}
