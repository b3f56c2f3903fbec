package io.crosscare.settlement.account.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.account.model.Intent;
import io.crosscare.settlement.account.model.Intent.Content;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.Key;
import java.time.Instant;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An intent as it is stored. Public for the driver's record codec.
 *
 * @param state {@code OPEN} until the entry is written, {@code RECORDED} until its event is published, then {@code PUBLISHED}
 * @param counters of an opening
 * @param amountFen of a credit
 * @param entry id of the entry, once it is written
 */
public record IntentDocument(
        @BsonId String id,
        String state,
        String personId,
        String insuredRegion,
        String key,
        @Nullable Map<String, Long> counters,
        @Nullable Long amountFen,
        String reason,
        String by,
        Instant at,
        @Nullable String entry) {

    static final String OPEN = "OPEN";
    static final String RECORDED = "RECORDED";
    static final String PUBLISHED = "PUBLISHED";

    static String idOf(PersonId person, Key key) {
        return person.value() + "/" + key.value();
    }

    static IntentDocument of(Intent intent) {
        return switch (intent.content()) {
            case Content.OpeningContent opening -> of(intent, opening.counters().values(), null);
            case Content.CreditContent credit ->
                of(intent, null, credit.amount().fen());
        };
    }

    private static IntentDocument of(Intent intent, @Nullable Map<String, Long> counters, @Nullable Long amountFen) {
        return new IntentDocument(
                idOf(intent.person(), intent.key()),
                OPEN,
                intent.person().value(),
                intent.insuredRegion().value(),
                intent.key().value(),
                counters,
                amountFen,
                intent.reason(),
                intent.by(),
                intent.at(),
                null);
    }

    Intent toIntent() {
        return new Intent(
                new PersonId(personId), new RegionCode(insuredRegion), new Key(key), content(), reason, by, at);
    }

    private Content content() {
        if (amountFen != null) {
            return new Content.CreditContent(Money.ofFen(amountFen));
        }
        return new Content.OpeningContent(counters == null ? Counters.NONE : Counters.of(counters));
    }
}
