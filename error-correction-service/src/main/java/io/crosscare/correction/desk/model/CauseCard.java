package io.crosscare.correction.desk.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand of a cause: what it means, who mends it, what the desk does about it by itself, and what it prepares for
 * somebody who has the right to it.
 *
 * @param repairs in the order in which they are tried
 * @param action null where nothing can be prepared
 */
public record CauseCard(
        Cause cause,
        String zh,
        String en,
        PartyKind responsible,
        String adviceZh,
        String adviceEn,
        List<Repair> repairs,
        @Nullable PreparedAction action) {

    public CauseCard {
        repairs = List.copyOf(repairs);
    }

    /**
     * One step that changes money or rights, ready for whoever has that right; the desk never takes it.
     *
     * @param door method and path under {@code /api/v1}; {@code {personId}}, {@code {visitId}}, {@code {filingId}},
     *     {@code {settlementId}} and {@code {institutionCode}} stand for what the case knows
     * @param body what is sent, by field; beside the names of a door also {@code {careRegion}}, {@code {serviceDate}} and
     *     {@code {batch}} stand for what the case knows, any other for what only its sender knows. Nothing of a person is in it but
     *     the person's id. Null where nothing can be said beforehand
     * @param role who may open that door
     */
    public record PreparedAction(
            String door, @Nullable Map<String, String> body, String role, PartyKind by, String zh, String en) {

        public PreparedAction {
            body = body == null ? null : Map.copyOf(body);
        }
    }
}
