package io.crosscare.acceptance.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill and how the catalogue of its case classes it.
 *
 * @param number from 1
 * @param fen negative for a return
 * @param itemClass A, B or C
 * @param upfrontRatioBp share of class B that the person pays first
 * @param limitFen price limit of the whole line, null where there is none
 */
public record CaseLine(
        int number,
        String name,
        long fen,
        String itemClass,
        long upfrontRatioBp,
        @Nullable Long limitFen) {

    static CaseLine of(CaseFields fields, int number) {
        String name = fields.text("name").orElse("line " + number);
        if (!fields.has("fen")) {
            fields.complain("fen", "必填", "is required");
        }
        long fen = fields.number("fen");
        String itemClass = fields.requiredChoice("class", CaseWords.CLASSES).orElse("A");
        long upfront = fields.notNegative("b_bp");
        if (upfront > 0 && !itemClass.equals("B")) {
            fields.complain("b_bp", "只有乙类有先行自付比例", "only class B has an upfront ratio");
        }
        @Nullable Long limit = fields.has("limit") ? Long.valueOf(fields.notNegative("limit")) : null;
        fields.complainOfOthers();
        return new CaseLine(number, name, fen, itemClass, upfront, limit);
    }

    Optional<Long> limit() {
        return Optional.ofNullable(limitFen);
    }
}
