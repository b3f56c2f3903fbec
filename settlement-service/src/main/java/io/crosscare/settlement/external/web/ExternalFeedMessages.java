package io.crosscare.settlement.external.web;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.StaleFeed;
import io.crosscare.settlement.external.CheckExternalFeed.Standing;
import io.crosscare.settlement.external.FeedBatch.RowResult;
import io.crosscare.settlement.external.FeedBatch.Taken;
import io.crosscare.settlement.external.RecordExternal.Outcome;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What core systems send of their feeds, and what they are told. */
final class ExternalFeedMessages {

    private ExternalFeedMessages() {}

    /**
     * A portion of a feed. One of the two is there.
     *
     * @param completeUpTo optional, 完整截至 · every payment that the core made before has been sent, with this portion; UTC
     * @param externals optional, 支付 · at most 500, of one person in the order of their sequence
     */
    record FeedRequest(
            @Nullable String completeUpTo, @Nullable List<@Nullable FeedRow> externals) {}

    /**
     * A payment of a person.
     *
     * @param coreNumber 核心系统业务号 · the core's own number of the payment: 1 to 64 letters, digits, dots, dashes or underscores
     * @param sequence 序号 · its place among the person's externals, from 1 without gaps
     * @param manner 支付方式 · {@link io.crosscare.settlement.chain.model.External.Manner}
     * @param occurredOn 发生日 · day of the care, a day in China, not after today; what it adds counts in the benefit year of that day or one
     *     next to it, of what is paid by hand in a later one too
     * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
     * @param moves 累计变动 · at most 60, amounts in fen, by name in a year (2019/pooled; of a school year
     *     2019S/pooled): deductible.outpatient, deductible.chronic, pooled, pooled.outpatient, pooled.chronic, cost, cost.outpatient,
     *     cost.chronic, large, burden, admissions; and account, without a year
     */
    record FeedRow(
            @Nullable String personId,
            @Nullable String coreNumber,
            @Nullable Long sequence,
            @Nullable String manner,
            @Nullable String occurredOn,
            @Nullable String serviceType,
            @Nullable Map<String, @Nullable Long> moves) {

        ExternalRequest payment() {
            return new ExternalRequest(coreNumber, sequence, manner, occurredOn, serviceType, moves);
        }
    }

    /** What became of a payment. */
    enum RowState {
        RECORDED,
        /** 此前已记录 · it was in the chain before. */
        KNOWN,
        PERSON_UNKNOWN,
        /** 序号不连续 · those before it have not come. */
        TOO_EARLY,
        /** 序号或业务号已用 · its place or its number holds another payment. */
        TAKEN,
        /** 累计数将小于零 · a counter would be below zero. */
        BELOW_ZERO
    }

    /**
     * What became of a portion.
     *
     * @param results 逐笔结果 · in the order sent
     * @param feed 报送进度 · the feed afterwards; absent where the region has never said that it is complete
     */
    record TakenResponse(
            String region,
            List<RowResponse> results,
            @Nullable FeedResponse feed) {

        static TakenResponse of(RegionCode region, Taken taken, @Nullable FeedResponse feed) {
            return new TakenResponse(
                    region.value(), taken.rows().stream().map(RowResponse::of).toList(), feed);
        }
    }

    /**
     * What became of a payment.
     *
     * @param coreNumber 核心系统业务号 · the core's own number of the payment
     * @param state {@link RowState}
     * @param entryId 链上记录 · the entry, or the one in its way; absent where there is none
     * @param expectedSequence 应报序号 · the number that comes next; absent unless this came too early
     */
    record RowResponse(
            String personId,
            String coreNumber,
            String state,
            @Nullable String entryId,
            @Nullable Long expectedSequence) {

        static RowResponse of(RowResult result) {
            return switch (result.outcome()) {
                case null -> of(result, RowState.PERSON_UNKNOWN, null, null);
                case Outcome.InChain(var entry, boolean isReplay) ->
                    of(
                            result,
                            isReplay ? RowState.KNOWN : RowState.RECORDED,
                            entry.id().value(),
                            null);
                case Outcome.TooEarly(long expected) -> of(result, RowState.TOO_EARLY, null, expected);
                case Outcome.Taken(var present) ->
                    of(result, RowState.TAKEN, present.id().value(), null);
                case Outcome.KeyUsed() -> of(result, RowState.TAKEN, null, null);
                case Outcome.BelowZero(var _) -> of(result, RowState.BELOW_ZERO, null, null);
            };
        }

        private static RowResponse of(
                RowResult result, RowState state, @Nullable String entryId, @Nullable Long expectedSequence) {
            return new RowResponse(
                    result.row().person().value(),
                    result.row().payment().coreNumber(),
                    state.name(),
                    entryId,
                    expectedSequence);
        }
    }

    /** How far the feeds have come. */
    record FeedsResponse(List<FeedResponse> items) {}

    /**
     * How far a feed has come.
     *
     * @param completeUpTo 完整截至 · every payment that the core made before has come; UTC
     * @param heardAt 最近报送时间 · when that was said last, UTC
     * @param lagSeconds 时延 · for how many seconds nothing is known
     * @param standing 是否滞后 · {@link io.crosscare.settlement.external.CheckExternalFeed.Standing}
     * @param staleAfterHours 容许时延 · how many hours the region allows
     * @param whenStale 滞后时处理 · {@link io.crosscare.settlement.eligibility.model.StaleFeed.Then}
     * @param rule 规则 · in words
     * @param source 依据 · where the rule stands
     * @param mark 标注 · how far it is vouched for
     */
    record FeedResponse(
            String region,
            Instant completeUpTo,
            Instant heardAt,
            long lagSeconds,
            String standing,
            int staleAfterHours,
            String whenStale,
            Wording rule,
            String source,
            String mark) {

        static FeedResponse of(ExternalFeed feed, DatedRule<StaleFeed> rule, Standing standing, Instant now) {
            return new FeedResponse(
                    feed.region().value(),
                    feed.completeUpTo(),
                    feed.heardAt(),
                    feed.lag(now).toSeconds(),
                    standing.name(),
                    rule.rule().staleAfterHours(),
                    rule.rule().then().name(),
                    rule.wording(),
                    rule.source(),
                    rule.confidence().mark());
        }
    }
}
