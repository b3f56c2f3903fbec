package io.crosscare.settlement.benefit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a settlement sheet says beside the bill's own circumstances.
 *
 * @param settlementId null on a preview
 * @param institution name or code of the institution of care
 * @param recordedAt when it was recorded, as people read it; null on a preview
 * @param remarks what else whoever holds the sheet should know, in the order of the sheet
 * @param showsLines whether fee lines are shown, or only how many there are
 */
public record SheetHead(
        @Nullable String settlementId,
        String institution,
        @Nullable String recordedAt,
        List<Remark> remarks,
        boolean showsLines) {

    public SheetHead {
        remarks = List.copyOf(remarks);
    }

    /** Of a sheet that shows fee lines. */
    public SheetHead(
            @Nullable String settlementId, String institution, @Nullable String recordedAt, List<Remark> remarks) {
        this(settlementId, institution, recordedAt, remarks, true);
    }

    /** A line of the head. */
    public record Remark(String zh, String en, String value) {}
}
