package io.crosscare.filing.lodging;

import io.crosscare.filing.lodging.model.FiledSettlement;
import io.crosscare.filing.lodging.model.Filing;
import java.util.List;
import reactor.core.publisher.Mono;

/** Finds what was settled under a filing and still stands. Correcting it is up to whoever settled: cancel and settle again. */
public final class FindFiledSettlements {

    private final PersonChains chains;

    public FindFiledSettlements(PersonChains chains) {
        this.chains = chains;
    }

    /** An error where settlement-service does not answer. */
    public Mono<List<FiledSettlement>> live(Filing filing) {
        return chains.of(filing.terms().personId()).map(chain -> FiledSettlement.liveUnder(filing.id(), chain));
    }

    /** Those of them that were made before the filing's special treatment was last decided. */
    public Mono<List<FiledSettlement>> outdated(Filing filing) {
        return live(filing)
                .map(all -> all.stream().filter(one -> one.isOutdated(filing)).toList());
    }
}
