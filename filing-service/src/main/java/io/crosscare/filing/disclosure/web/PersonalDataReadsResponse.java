package io.crosscare.filing.disclosure.web;

import io.crosscare.filing.disclosure.model.PersonalDataRead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the trail, the latest read first.
 *
 * @param items 本页 · the reads
 */
record PersonalDataReadsResponse(
        List<PersonalDataReadResponse> items, @Nullable String nextCursor) {

    /**
     * That somebody read a person's data unmasked.
     *
     * @param by 查阅人 · the account that read
     * @param agencyRegion 查阅机构所在地区 · the region the agency speaks for, or where the hospital lies
     * @param door 接口 · method and path it was read through
     * @param reason 查阅事由 · as given, numbers of persons masked; for scans and forms, which were read
     */
    record PersonalDataReadResponse(
            String id,
            String personId,
            String by,
            String agencyRegion,
            String door,
            String reason,
            Instant at,
            @Nullable String traceId) {

        private static PersonalDataReadResponse of(PersonalDataRead read) {
            return new PersonalDataReadResponse(
                    read.id().value(),
                    read.personId().value(),
                    read.by(),
                    read.agencyRegion().value(),
                    read.door(),
                    read.reason(),
                    read.at(),
                    read.traceId());
        }
    }

    /** The page of so many reads, made from one more if there is one. */
    static PersonalDataReadsResponse page(List<PersonalDataRead> oneMore, int limit) {
        List<PersonalDataReadResponse> items =
                oneMore.stream().limit(limit).map(PersonalDataReadResponse::of).toList();
        return new PersonalDataReadsResponse(
                items, oneMore.size() > limit ? items.getLast().id() : null);
    }
}
