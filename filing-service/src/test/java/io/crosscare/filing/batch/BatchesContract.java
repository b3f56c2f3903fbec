package io.crosscare.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.batch.Batches.Adding;
import io.crosscare.filing.batch.Batches.Block;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowOutcome;
import io.crosscare.filing.batch.model.RowResult;
import io.crosscare.filing.batch.model.RowWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Batches} promises. */
public abstract class BatchesContract {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2019-09-10T04:00:00.123Z");
    private static final RegionCode ZHENJIANG = new RegionCode("321100");
    private static final RegionCode NANJING = new RegionCode("320100");
    private static final RowResult REFUSED = RowResult.refused(
            3,
            List.of(
                    new RowError("plan", "one-of", "应为以下之一", "must be one of"),
                    RowError.ofRow("FILING_NOT_ELIGIBLE", "不符合", "Not eligible")
                            .on(new RowError.Ground("条件", "a condition", "Z 基本政策 三", "官方")),
                    RowError.ofRow("overlapping", "已有备案", "There is one").becauseOf("f" + "a".repeat(26))));
    private final RandomIds ids = RandomIds.secure();

    protected abstract Batches batches();

    @Test
    void givesBackWhatWasAddedByIdAndByKey() {
        String key = ids.next('k');
        Batch batch = fresh(ZHENJIANG, NOON);

        assertThat(get(batches().add(batch, key))).isEqualTo(Adding.ADDED);
        assertThat(get(batches().add(fresh(ZHENJIANG, NOON), key))).isEqualTo(Adding.KEY_TAKEN);

        assertThat(get(batches().find(batch.id()))).isEqualTo(batch);
        assertThat(get(batches().findByKey(key))).isEqualTo(batch);
        assertThat(batches().findByKey(ids.next('k')).blockOptional(DEADLINE)).isEmpty();
    }

    @Test
    void replacesOnlyWhatItWas() {
        Batch batch = added(ZHENJIANG, NOON);
        Batch further = batch.advance(200, "content", List.of(REFUSED), NOON.plusSeconds(1));
        Batch again = further.sendAgain("other", NOON.plusSeconds(2));
        Batch completed = again.complete(NOON.plusSeconds(3));

        assertThat(get(batches().replace(batch, further))).isTrue();
        assertThat(get(batches().replace(batch, further))).isFalse();
        assertThat(get(batches().replace(further, again))).isTrue();
        assertThat(get(batches().replace(further, further.complete(NOON)))).isFalse();
        assertThat(get(batches().replace(again, completed))).isTrue();
        assertThat(get(batches().replace(again, again.sendAgain("late", NOON)))).isFalse();

        assertThat(get(batches().find(batch.id()))).isEqualTo(completed);
    }

    @Test
    void listsThoseOfARegionTheLatestFirst() {
        Batch first = added(NANJING, NOON);
        Batch second = added(NANJING, NOON.plusSeconds(1));
        Batch elsewhere = added(ZHENJIANG, NOON.plusSeconds(2));

        List<BatchId> all = list(Set.of(NANJING), null, 100);
        List<BatchId> next = list(Set.of(NANJING), second, 100);

        assertThat(all).containsSubsequence(second.id(), first.id()).doesNotContain(elsewhere.id());
        assertThat(next).contains(first.id()).doesNotContain(second.id());
        assertThat(list(Set.of(NANJING, ZHENJIANG), null, 1)).hasSize(1);
        assertThat(batches()
                        .list(BatchKind.FILING_BATCH, Set.of(NANJING), null, 100)
                        .collectList()
                        .block(DEADLINE))
                .isEmpty();
    }

    @Test
    void keepsABlockOnceAndGivesThemInTheOrderOfTheFile() {
        Batch batch = added(ZHENJIANG, NOON);
        Block later = new Block(
                12,
                List.of(RowResult.done(2500, RowOutcome.ADDED, "f1")
                        .warning(List.of(new RowWarning("INSURANCE_SUSPENDED", "暂停参保", "suspended")))));
        Block first = new Block(2, List.of(REFUSED));

        batches().keep(batch.id(), later).block(DEADLINE);
        batches()
                .keep(batch.id(), new Block(2, List.of(RowResult.refused(3, REFUSED.errors()))))
                .block(DEADLINE);
        batches().keep(batch.id(), first).block(DEADLINE);

        assertThat(blocks(batch, 0)).containsExactly(first, later);
        assertThat(blocks(batch, 3)).containsExactly(later);
        assertThat(blocks(added(ZHENJIANG, NOON), 0)).isEmpty();
    }

    private List<Block> blocks(Batch batch, int from) {
        return get(batches().blocks(batch.id(), from).collectList());
    }

    private List<BatchId> list(Set<RegionCode> regions, @Nullable Batch after, int limit) {
        return get(batches()
                .list(BatchKind.INSURED_PERSON_IMPORT, regions, after == null ? null : after.place(), limit)
                .map(Batch::id)
                .collectList());
    }

    private Batch added(RegionCode region, Instant at) {
        Batch batch = fresh(region, at);
        get(batches().add(batch, ids.next('k')));
        return batch;
    }

    private Batch fresh(RegionCode region, Instant at) {
        return Batch.begin(new BatchId(ids.next('b')), BatchKind.INSURED_PERSON_IMPORT, region, "clerk", at);
    }

    private static <T> T get(Mono<T> answer) {
        return answer.blockOptional(DEADLINE).orElseThrow();
    }
}
