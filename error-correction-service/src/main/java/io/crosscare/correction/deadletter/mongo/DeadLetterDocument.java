package io.crosscare.correction.deadletter.mongo;

import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterAct;
import io.crosscare.correction.deadletter.model.LetterId;
import io.crosscare.correction.deadletter.model.Origin;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is stored, without what was sent. Public for the driver's record codec, as are its parts.
 *
 * @param place where it stands in lists; sorts as they do
 */
public record DeadLetterDocument(
        @BsonId String id,
        String state,
        String topic,
        int partition,
        long offset,
        @Nullable String consumer,
        Instant sentAt,
        Instant parkedAt,
        @Nullable String key,
        String content,
        int sizeBytes,
        String reason,
        @Nullable String replayOf,
        List<LetterActDocument> acts,
        String place,
        long version) {

    /** See {@link LetterAct}. */
    public record LetterActDocument(
            String kind, Instant at, String by, @Nullable String reason, String key) {}

    /** One version further than the letter was read. */
    static DeadLetterDocument of(DeadLetter letter) {
        Origin origin = letter.origin();
        LetterId replayOf = letter.replayOf();
        return new DeadLetterDocument(
                letter.id().value(),
                letter.state().name(),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                origin.consumer(),
                origin.sentAt(),
                letter.parkedAt(),
                letter.key(),
                letter.content(),
                letter.sizeBytes(),
                letter.reason(),
                replayOf == null ? null : replayOf.value(),
                letter.acts().stream()
                        .map(act ->
                                new LetterActDocument(act.kind().name(), act.at(), act.by(), act.reason(), act.key()))
                        .toList(),
                place(letter.parkedAt(), letter.id()),
                letter.version() + 1);
    }

    DeadLetter toLetter() {
        return new DeadLetter(
                new LetterId(id),
                new Origin(topic, partition, offset, consumer, sentAt),
                parkedAt,
                key,
                content,
                sizeBytes,
                reason,
                replayOf == null ? null : new LetterId(replayOf),
                acts.stream()
                        .map(act -> new LetterAct(
                                LetterAct.Kind.valueOf(act.kind()), act.at(), act.by(), act.reason(), act.key()))
                        .toList(),
                version);
    }

    /** Fixed in length, so that places sort as texts. */
    static String place(Instant parkedAt, LetterId id) {
        return "%014d:%s".formatted(parkedAt.toEpochMilli(), id);
    }
}
