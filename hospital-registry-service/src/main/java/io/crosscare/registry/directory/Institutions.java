package io.crosscare.registry.directory;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionChange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Port to the institutions. Every change is one entry of a single sequence without gaps, written before the record itself:
 * whoever reads the sequence to its end has missed nothing, also after a crash between the two. What is {@link #put} comes from
 * the shipped facts and leaves alone what somebody has changed since.
 */
public interface Institutions extends Register<Institution> {

    /**
     * A change with its place in the sequence of all changes.
     *
     * @param seq from 1, without gaps
     */
    record Recorded(long seq, InstitutionChange change) {}

    /**
     * Under which a request is recorded once.
     *
     * @param key unique among all requests
     * @param content what was asked; another content under the same key is refused
     */
    record Receipt(String key, String content) {}

    /** What became of a change. */
    sealed interface Recording {

        record Done(Recorded recorded) implements Recording {}

        /** The same request was recorded before. */
        record Replayed(Recorded recorded) implements Recording {}

        /** Another request was recorded under the same key. */
        record KeyReused() implements Recording {}

        /** Another change was faster: the institution has to be read again. */
        record MovedOn() implements Recording {}
    }

    /** Records a change of a state that was read before, unless the institution is not in that state any more. */
    Mono<Recording> record(InstitutionChange change, Receipt receipt);

    /** What was recorded under the receipt's key; empty when nothing was. */
    Mono<Recording> findBy(Receipt receipt);

    /** All changes of one institution, in order. */
    Flux<Recorded> history(InstitutionCode code);

    /** The changes that follow in the sequence, at most so many; fewer when the end is reached. */
    Flux<Recorded> following(long seq, int limit);

    /** The place of the last change; 0 when there is none. */
    Mono<Long> end();

    /** Brings records up to their changes where a process ended between the two. */
    Mono<Void> catchUp();
}
