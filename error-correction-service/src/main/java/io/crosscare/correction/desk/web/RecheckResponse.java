package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.model.Recheck;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What settlement said of the bill when the desk last asked. Nothing is stored by asking.
 *
 * @param at 复核时间 · UTC
 * @param outcome 复核结果 · how the bill stands, {@link Recheck.Outcome}
 * @param reason 拒付原因 · why it would be refused; absent unless it would
 * @param settlementId 结算标识 · of the live settlement; absent unless it is settled
 * @param stale 副本不新鲜的登记方 · owners whose copies were not fresh then
 * @param unlisted 目录未列编码 · codes of the bill that the catalogue does not list
 */
record RecheckResponse(
        Instant at,
        String outcome,
        @Nullable String reason,
        @Nullable String message,
        @Nullable String messageEn,
        @Nullable String settlementId,
        List<String> stale,
        List<String> unlisted) {

    static RecheckResponse of(Recheck recheck) {
        return new RecheckResponse(
                recheck.at(),
                recheck.outcome().name(),
                recheck.reason(),
                recheck.message(),
                recheck.messageEn(),
                recheck.settlementId(),
                recheck.stale().stream().sorted().toList(),
                recheck.unlisted());
    }
}
