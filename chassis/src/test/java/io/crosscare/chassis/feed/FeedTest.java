package io.crosscare.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.feed.Feed.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class FeedTest {

    private static final long CHANGES = 2_500;

    private final Feed<Long> feed = new Feed<>(
            (seq, limit) -> Flux.fromStream(() -> LongStream.rangeClosed(seq + 1, Math.min(seq + limit, CHANGES))
                    .boxed()),
            seq -> seq);

    @Test
    void tellsEverythingInPages() {
        List<Long> all = new ArrayList<>();
        Part<Long> part = read(_ -> true, 0);
        all.addAll(part.changes());
        while (!part.isAtEnd()) {
            part = read(_ -> true, part.seq());
            all.addAll(part.changes());
        }

        assertThat(all).isEqualTo(LongStream.rangeClosed(1, CHANGES).boxed().toList());
        assertThat(read(_ -> true, CHANGES).changes()).isEmpty();
        assertThat(read(_ -> true, CHANGES).seq()).isEqualTo(CHANGES);
    }

    @Test
    void looksThroughABoundedPartForWhoWantsLittle() {
        Part<Long> first = read(seq -> seq == CHANGES, 0);
        Part<Long> second = read(seq -> seq == CHANGES, first.seq());

        assertThat(first.changes()).isEmpty();
        assertThat(first.seq()).isEqualTo(2_000);
        assertThat(first.isAtEnd()).isFalse();
        assertThat(second.changes()).containsExactly(CHANGES);
        assertThat(second.isAtEnd()).isTrue();
    }

    private Part<Long> read(Predicate<Long> isWanted, long after) {
        return feed.read(isWanted, after, 70).blockOptional().orElseThrow();
    }
}
