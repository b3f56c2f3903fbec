package io.crosscare.settlement.visit.mongo;

import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.VisitAct;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** See {@link VisitAct}. Public for the driver's record codec. */
public record VisitActDocument(
        String action,
        @Nullable String requestKey,
        @Nullable String requestHash,
        Instant at,
        String by,
        String reason,
        List<String> what) {

    static VisitActDocument of(VisitAct act) {
        Registration.Request request = act.request();
        return new VisitActDocument(
                act.action().name(),
                request == null ? null : request.key(),
                request == null ? null : request.hash().value(),
                act.at(),
                act.by(),
                act.reason(),
                act.what());
    }

    VisitAct toAct() {
        return new VisitAct(
                VisitAct.Action.valueOf(action),
                requestKey == null || requestHash == null
                        ? null
                        : new Registration.Request(requestKey, new ContentHash(requestHash)),
                at,
                by,
                reason,
                what);
    }
}
