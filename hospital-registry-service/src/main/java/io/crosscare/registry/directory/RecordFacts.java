package io.crosscare.registry.directory;

import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Institution;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings facts into the registers and has what changed published. May be repeated: what is so already is left alone. */
public final class RecordFacts {

    private static final Logger LOG = LoggerFactory.getLogger(RecordFacts.class);

    private final Register<Agency> agencies;
    private final Register<Institution> institutions;
    private final Register<ConnectivityRow> connectivity;
    private final Runnable publish;

    public RecordFacts(
            Register<Agency> agencies,
            Register<Institution> institutions,
            Register<ConnectivityRow> connectivity,
            Runnable publish) {
        this.agencies = agencies;
        this.institutions = institutions;
        this.connectivity = connectivity;
        this.publish = publish;
    }

    /** How many records were new or different. */
    public Mono<Long> record(List<Agency> agencies, List<Institution> institutions, List<ConnectivityRow> rows) {
        return Flux.concat(
                        putAll(this.agencies, agencies),
                        putAll(this.institutions, institutions),
                        putAll(this.connectivity, rows))
                .filter(hasChanged -> hasChanged)
                .count()
                .doOnNext(changed -> {
                    LOG.info("{} facts of the registry are new or different", changed);
                    publish.run();
                });
    }

    private static <T> Flux<Boolean> putAll(Register<T> register, List<T> records) {
        return Flux.fromIterable(records).concatMap(register::put);
    }
}
