package io.crosscare.settlement.visit.mongo;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.GivenSplit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The lines of one upload, never changed. Public for the driver's record codec. */
public record FeeChunkDocument(@BsonId String id, String visitId, List<LineDocument> lines) {

    /** See {@link FeeLine}; quantity in 1/10,000, price in 1/1,000,000 yuan. */
    public record LineDocument(
            String batch,
            int lineNumber,
            String itemCode,
            @Nullable String name,
            long quantity,
            long unitPrice,
            long amountFen,
            String serviceDate,
            @Nullable GivenSplitDocument given) {

        static LineDocument of(VisitLine visitLine) {
            FeeLine line = visitLine.line();
            return new LineDocument(
                    visitLine.batch(),
                    line.lineNumber(),
                    line.itemCode(),
                    line.name(),
                    line.quantityTenThousandths(),
                    line.unitPriceMillionths(),
                    line.amount().fen(),
                    line.serviceDate().toString(),
                    line.given() == null ? null : GivenSplitDocument.of(line.given()));
        }

        VisitLine toLine() {
            return new VisitLine(
                    batch,
                    new FeeLine(
                            lineNumber,
                            itemCode,
                            name,
                            quantity,
                            unitPrice,
                            Money.ofFen(amountFen),
                            LocalDate.parse(serviceDate),
                            given == null ? null : given.toGivenSplit()));
        }
    }

    /** See {@link GivenSplit}. */
    public record GivenSplitDocument(
            long fullSelfPayFen, long overLimitSelfPayFen, long upfrontSelfPayFen, long eligibleCostFen) {

        static GivenSplitDocument of(GivenSplit given) {
            return new GivenSplitDocument(
                    given.fullSelfPay().fen(),
                    given.overLimitSelfPay().fen(),
                    given.upfrontSelfPay().fen(),
                    given.eligibleCost().fen());
        }

        GivenSplit toGivenSplit() {
            return new GivenSplit(
                    Money.ofFen(fullSelfPayFen),
                    Money.ofFen(overLimitSelfPayFen),
                    Money.ofFen(upfrontSelfPayFen),
                    Money.ofFen(eligibleCostFen));
        }
    }
}
