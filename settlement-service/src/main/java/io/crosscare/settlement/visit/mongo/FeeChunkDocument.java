package io.crosscare.settlement.visit.mongo;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.FeeLine;
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
            String serviceDate) {

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
                    line.serviceDate().toString());
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
                            LocalDate.parse(serviceDate)));
        }
    }
}
