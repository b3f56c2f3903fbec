package io.crosscare.registry.directory;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A part of a list that is in the order of its ids.
 *
 * @param lastId where the next page goes on; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String lastId) {

    /** The first so many of a list; asks for one more to know whether it is the last page. */
    public static <T> Mono<Page<T>> firstOf(Flux<T> items, int limit, Function<T, String> idOf) {
        return items.take(limit + 1L).collectList().map(found -> cut(found, limit, idOf));
    }

    /** The first so many of a list that has one more where there is another page. */
    public static <T> Page<T> firstOf(List<T> oneMore, int limit, Function<T, String> idOf) {
        return cut(oneMore, limit, idOf);
    }

    private static <T> Page<T> cut(List<T> found, int limit, Function<T, String> idOf) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, idOf.apply(items.getLast()));
    }
}
