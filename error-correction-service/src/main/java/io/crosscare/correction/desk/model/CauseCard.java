package io.crosscare.correction.desk.model;

import java.util.List;
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
     * @param role who may open that door
     */
    public record PreparedAction(String door, String role, PartyKind by, String zh, String en) {}
}
