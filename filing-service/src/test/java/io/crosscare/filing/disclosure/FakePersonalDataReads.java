package io.crosscare.filing.disclosure;

import io.crosscare.filing.disclosure.model.PersonalDataRead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The trail in memory. It can be made to fail. */
final class FakePersonalDataReads implements PersonalDataReads {

    private final List<PersonalDataRead> reads = new ArrayList<>();
    private boolean isAway;

    void goAway() {
        isAway = true;
    }

    @Override
    public Mono<Void> add(PersonalDataRead read) {
        return isAway ? Mono.error(new IllegalStateException("away")) : Mono.fromRunnable(() -> reads.add(read));
    }

    @Override
    public Flux<PersonalDataRead> list(Query query) {
        return Flux.fromStream(() -> reads.stream()
                        .filter(read -> read.personId().equals(query.personId()))
                        .filter(read -> query.from() == null || !read.at().isBefore(query.from()))
                        .filter(read -> query.before() == null || read.at().isBefore(query.before()))
                        .filter(read -> query.after() == null
                                || read.id().value().compareTo(query.after().value()) < 0)
                        .sorted(Comparator.comparing(
                                        (PersonalDataRead read) -> read.id().value())
                                .reversed()))
                .take(query.limit());
    }
}
