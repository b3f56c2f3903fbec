package io.crosscare.filing.notice.web;

import io.crosscare.filing.notice.model.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of notices. */
record NoticesResponse(List<NoticeResponse> items, @Nullable String nextCursor) {

    /**
     * Something people are told.
     *
     * @param id 提醒标识 · of the notice
     * @param kind {@link io.crosscare.filing.notice.model.NoticeKind}
     * @param filingId 备案标识 · of the filing
     * @param on 到期日 · the last day of the filing, or for the promised papers, a day in China
     */
    record NoticeResponse(
            String id,
            String kind,
            String filingId,
            String personId,
            String insuredRegion,
            String careRegion,
            LocalDate on,
            Instant recordedAt) {

        static NoticeResponse of(Notice notice) {
            return new NoticeResponse(
                    notice.id().value(),
                    notice.kind().name(),
                    notice.filingId().value(),
                    notice.personId().value(),
                    notice.insuredRegion().value(),
                    notice.careRegion().value(),
                    notice.on(),
                    notice.recordedAt());
        }
    }

    /** The page, and where the next one begins when there is more. */
    static NoticesResponse page(List<NoticeResponse> oneMore, int size) {
        if (oneMore.size() <= size) {
            return new NoticesResponse(oneMore, null);
        }
        List<NoticeResponse> page = oneMore.subList(0, size);
        return new NoticesResponse(page, page.getLast().id());
    }
}
