package io.crosscare.settlement.external.web;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.external.FeedFile.Reading;
import io.crosscare.settlement.external.FeedFile.Result;
import io.crosscare.settlement.external.FeedFile.Taken;
import io.crosscare.settlement.external.web.ExternalFeedMessages.FeedResponse;
import io.crosscare.settlement.external.web.ExternalFeedMessages.RowResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param rows 行数 · payments in the file
 * @param recorded 已记录 · of them, recorded now
 * @param known 此前已记录 · of them, in the chains before
 * @param refused 未记录 · of them, refused
 * @param refusals 未记录的行 · the first 500 of them, in the order of the file
 * @param feed 报送进度 · the feed afterwards; absent where the region has never said that it is complete
 */
record FeedFileResponse(
        String region,
        long rows,
        long recorded,
        long known,
        long refused,
        List<RefusalResponse> refusals,
        @Nullable FeedResponse feed) {

    /**
     * A row that was refused. One of the two is there.
     *
     * @param line 行号 · of the file, from 1
     * @param errors 错误 · what is wrong with it; absent where it could be read
     * @param result 结果 · why it was not recorded; absent where it could not be read
     */
    record RefusalResponse(
            int line,
            @Nullable List<RowErrorResponse> errors,
            @Nullable RowResponse result) {}

    /**
     * What is wrong with a row.
     *
     * @param field 字段 · {@code row} for all of it
     */
    record RowErrorResponse(String field, String rule, String message, String messageZh) {

        private static RowErrorResponse of(FieldError error) {
            return new RowErrorResponse(
                    error.field(),
                    error.rule(),
                    error.message().en(),
                    error.message().zh());
        }
    }

    static FeedFileResponse of(RegionCode region, Taken taken, @Nullable FeedResponse feed) {
        return new FeedFileResponse(
                region.value(),
                taken.rows(),
                taken.recorded(),
                taken.known(),
                taken.refusedCount(),
                taken.refused().stream().map(FeedFileResponse::refusal).toList(),
                feed);
    }

    private static RefusalResponse refusal(Result refused) {
        return new RefusalResponse(
                refused.reading().line(),
                refused.reading() instanceof Reading.Flawed(var _, List<FieldError> errors)
                        ? errors.stream().map(RowErrorResponse::of).toList()
                        : null,
                refused.result() == null ? null : RowResponse.of(refused.result()));
    }
}
