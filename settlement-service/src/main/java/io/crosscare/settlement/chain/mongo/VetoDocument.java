package io.crosscare.settlement.chain.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.mongo.RawFields;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Slot;
import io.crosscare.settlement.chain.model.Veto;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A veto as it is stored, among the entries and under no place: only there can one unique index hold it and them apart. Public
 * for the driver's record codec.
 *
 * @param s 0, which no entry has
 * @param key its own, made of the slot, for that register is never without one
 * @param veto null where the document is an entry
 */
public record VetoDocument(
        @BsonId String id,
        int b,
        String p,
        long s,
        String kind,
        String key,
        String slot,
        @Nullable Refused veto) {

    static final String KIND = "VETO";

    /** Stands in no entry's id. */
    private static final String BESIDE = "!";

    /** See {@link Veto}. */
    public record Refused(
            String billHash,
            String reason,
            String decidedOn,
            @Nullable String settlement) {}

    static VetoDocument of(Veto veto) {
        EntryId settlement = veto.settlement();
        return new VetoDocument(
                veto.person().value() + BESIDE + veto.slot().value(),
                EntryDocument.bucketOf(veto.person()),
                veto.person().value(),
                0,
                KIND,
                KIND + "/" + veto.slot().value(),
                veto.slot().value(),
                new Refused(
                        veto.billHash(),
                        veto.reason(),
                        veto.decidedOn().toString(),
                        settlement == null ? null : settlement.value()));
    }

    /** Whether a stored document is one. What has an entry's id is an entry, whatever it says. */
    static boolean isVeto(RawFields document) {
        return document.text("kind").equals(KIND) && document.id().startsWith(document.text("p") + BESIDE);
    }

    @Nullable
    Veto toVeto() {
        return veto == null
                ? null
                : new Veto(
                        new PersonId(p),
                        new Slot(slot),
                        veto.billHash(),
                        veto.reason(),
                        LocalDate.parse(veto.decidedOn()),
                        veto.settlement() == null ? null : EntryId.parse(veto.settlement()));
    }
}
