package io.crosscare.registry.mongo;

import io.crosscare.chassis.mongo.DenseSequence;
import io.crosscare.registry.directory.Institutions.Receipt;
import io.crosscare.registry.model.FieldDifference;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Public for the driver's record codec. The id is the place in the sequence, in twelve digits. */
public record ChangeDocument(
        @BsonId String id,
        String code,
        long version,
        String kind,
        List<FieldDocument> fields,
        String effectiveFrom,
        String by,
        String role,
        @Nullable String reason,
        Instant at,
        String receiptKey,
        String receiptContent,
        InstitutionDocument institution,
        boolean applied) {

    long seq() {
        return DenseSequence.seqOf(id);
    }

    boolean isUnder(Receipt receipt) {
        return receiptContent.equals(receipt.content());
    }

    /** Public for the driver's record codec. */
    public record FieldDocument(
            String field, @Nullable String before, @Nullable String after) {

        static FieldDocument of(FieldDifference difference) {
            return new FieldDocument(difference.field(), difference.before(), difference.after());
        }

        FieldDifference toDifference() {
            return new FieldDifference(field, before, after);
        }
    }
}
