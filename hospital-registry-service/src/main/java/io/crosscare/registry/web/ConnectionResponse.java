package io.crosscare.registry.web;

import io.crosscare.chassis.problem.Text;
import io.crosscare.registry.directory.AskConnection;
import io.crosscare.registry.directory.PublishedConnectivity;
import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one person on one day.
 *
 * @param reason {@link io.crosscare.registry.model.RefusalReason}
 * @param openFrom 开通日 · first day of the deciding row, a day in China; absent where it has none, which is read as open on every
 *     day and marked 假设
 * @param row 依据的行 · the deciding row; absent at home, and where no source says anything; for chronic care that of outpatient
 *     care, over which it is settled
 */
record ConnectionResponse(
        boolean open,
        @Nullable String reason,
        @Nullable LocalDate openFrom,
        String messageZh,
        String messageEn,
        String source,
        String mark,
        @Nullable PublishedConnectivity row) {

    static ConnectionResponse of(AskConnection.Answered answered, Sentences sentences) {
        ConnectionAnswer answer = answered.answer();
        ConnectivityRow deciding = answer.rowOrNull();
        Versioned<ConnectivityRow> stored = answered.row();
        Text message = sentences.of(answer, answered.question());
        Ground ground = Ground.of(answer, answered.question().serviceType());
        return new ConnectionResponse(
                !(answer instanceof ConnectionAnswer.Refused),
                answer instanceof ConnectionAnswer.Refused refused
                        ? refused.reason().name()
                        : null,
                deciding == null ? null : deciding.from(),
                message.zh(),
                message.en(),
                ground.source(),
                ground.mark().zh(),
                stored == null ? null : PublishedConnectivity.of(stored));
    }
}
