package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.feed.Feed;
import io.crosscare.filing.lodging.FilingFeed.Recorded;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.FilingVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of filings in their order.
 *
 * @param items 变更 · oldest first
 * @param nextCursor 续读游标 · where to go on; always there, also when nothing follows yet
 * @param atEnd 是否已到末尾 · whether nothing more was in the feed when this was answered
 */
record FilingFeedResponse(List<FeedChangeResponse> items, String nextCursor, boolean atEnd) {

    static FilingFeedResponse of(Feed.Part<Recorded> part) {
        return new FilingFeedResponse(
                part.changes().stream().map(FeedChangeResponse::of).toList(),
                Long.toString(part.seq()),
                part.isAtEnd());
    }

    /**
     * A change of a filing, with its place in the one sequence of all changes.
     *
     * @param seq 序号 · place among all changes of all filings, from 1, without gaps
     * @param kind {@link FilingChange.Action}
     * @param by 操作账号 · account that did it
     * @param effectiveFrom 生效日 · the day from which it counts, a day in China; absent where days are no matter
     * @param filing 变更后 · the filing as it stood since
     */
    record FeedChangeResponse(
            long seq,
            String kind,
            Instant at,
            String by,
            @Nullable String effectiveFrom,
            FiledResponse filing) {

        static FeedChangeResponse of(Recorded recorded) {
            FilingChange change = recorded.filing().change();
            LocalDate from = change.from();
            return new FeedChangeResponse(
                    recorded.seq(),
                    change.action().name(),
                    change.at(),
                    change.by(),
                    from == null ? null : from.toString(),
                    FiledResponse.of(recorded.filing()));
        }
    }

    /**
     * A filing as platforms see it.
     *
     * @param id 备案标识 · of the filing
     * @param category {@link io.crosscare.filing.lodging.model.FilingCategory}
     * @param effectiveTo 截止日 · last day, a day in China; absent where it is open
     * @param channel {@link io.crosscare.filing.lodging.model.FilingChannel}
     * @param state {@link io.crosscare.filing.lodging.model.FilingState}
     * @param standing 是否计入 · whether it counts, {@link io.crosscare.filing.lodging.model.FilingStanding}
     * @param specialTreatment 特殊治疗 · the treatment it is for, once confirmed; absent for none
     * @param replaces 替换的备案 · id of the filing whose place it takes; absent where it takes none
     */
    record FiledResponse(
            String id,
            String personId,
            String insuredRegion,
            String careRegion,
            String category,
            String effectiveFrom,
            @Nullable String effectiveTo,
            String channel,
            String state,
            String standing,
            @Nullable String specialTreatment,
            @Nullable String replaces,
            Instant recordedAt,
            long version) {

        static FiledResponse of(FilingVersion filing) {
            FilingTerms terms = filing.terms();
            LocalDate to = terms.period().to();
            FilingId replaces = filing.replaces();
            return new FiledResponse(
                    filing.id().value(),
                    terms.personId().value(),
                    terms.insuredRegion().value(),
                    terms.careRegion().value(),
                    terms.category().name(),
                    terms.period().from().toString(),
                    to == null ? null : to.toString(),
                    terms.channel().name(),
                    filing.state().name(),
                    filing.standing().name(),
                    filing.treatment(),
                    replaces == null ? null : replaces.value(),
                    filing.recordedAt(),
                    filing.version());
        }
    }
}
