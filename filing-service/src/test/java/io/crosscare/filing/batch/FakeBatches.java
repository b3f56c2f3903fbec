package io.crosscare.filing.batch;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.BatchPlace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Batches in memory. The process can be made to die before the next progress is written down. */
public final class FakeBatches implements Batches {

    private final Map<BatchId, Batch> batches = new HashMap<>();
    private final Map<String, BatchId> keys = new HashMap<>();
    private final Map<BatchId, NavigableMap<Integer, Block>> blocks = new HashMap<>();
    private int progressesUntilDeath = Integer.MAX_VALUE;

    void dieAfterProgresses(int count) {
        progressesUntilDeath = count;
    }

    void revive() {
        progressesUntilDeath = Integer.MAX_VALUE;
    }

    @Override
    public Mono<Batch> find(BatchId id) {
        return Mono.justOrEmpty(batches.get(id));
    }

    @Override
    public Mono<Batch> findByKey(String key) {
        return Mono.justOrEmpty(keys.get(key)).flatMap(this::find);
    }

    @Override
    public Flux<Batch> list(BatchKind kind, Set<RegionCode> agencyRegions, @Nullable BatchPlace after, int limit) {
        Comparator<Batch> byPlace = Comparator.comparing(batch -> batch.place().value());
        return Flux.fromStream(() -> batches.values().stream()
                        .filter(batch -> batch.kind() == kind && agencyRegions.contains(batch.agencyRegion()))
                        .filter(batch -> after == null || batch.place().value().compareTo(after.value()) < 0)
                        .sorted(byPlace.reversed()))
                .take(limit);
    }

    @Override
    public Mono<Adding> add(Batch batch, String key) {
        return Mono.fromSupplier(() -> {
            if (keys.putIfAbsent(key, batch.id()) != null) {
                return Adding.KEY_TAKEN;
            }
            batches.put(batch.id(), batch);
            return Adding.ADDED;
        });
    }

    @Override
    public Mono<Boolean> replace(Batch before, Batch after) {
        return Mono.fromSupplier(() -> {
            if (progressesUntilDeath-- <= 0) {
                throw new IllegalStateException("dead");
            }
            return batches.replace(before.id(), before, after);
        });
    }

    @Override
    public Mono<Void> keep(BatchId id, Block block) {
        return Mono.fromRunnable(
                () -> blocks.computeIfAbsent(id, _ -> new TreeMap<>()).put(block.number(), block));
    }

    @Override
    public Flux<Block> blocks(BatchId id, int from) {
        return Flux.fromIterable(
                blocks.getOrDefault(id, new TreeMap<>()).tailMap(from).values());
    }
}
