package io.crosscare.filing.batch;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.BatchPlace;
import io.crosscare.filing.batch.model.RowResult;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Port to batches and the results of their rows. */
public interface Batches {

    /** What became of an addition. */
    enum Adding {
        ADDED,
        /** Another batch was begun under the same key. */
        KEY_TAKEN
    }

    /**
     * The results of up to {@link ReceiveBatch#BLOCK} lines that follow each other.
     *
     * @param number of the block in its file, from 0
     */
    record Block(int number, List<RowResult> results) {

        public Block {
            results = List.copyOf(results);
        }
    }

    Mono<Batch> find(BatchId id);

    /** The batch of a caller's key, kept as a keyed hash. */
    Mono<Batch> findByKey(String key);

    /**
     * Batches of agencies of these regions, the latest first.
     *
     * @param after the last of the page before
     */
    Flux<Batch> list(BatchKind kind, Set<RegionCode> agencyRegions, @Nullable BatchPlace after, int limit);

    Mono<Adding> add(Batch batch, String key);

    /** Puts the batch in the place of what it was before; false where that is not what is stored. */
    Mono<Boolean> replace(Batch before, Batch after);

    /** Keeps the results of a block; the same again changes nothing. */
    Mono<Void> keep(BatchId id, Block block);

    /** Blocks with results, in the order of the file, from that one on. */
    Flux<Block> blocks(BatchId id, int from);
}
