package io.crosscare.correction.deadletter.kafka;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.event.ParkedMessage;
import io.crosscare.chassis.event.ParkedMessageHandler;
import io.crosscare.correction.deadletter.DeadLetters;
import io.crosscare.correction.deadletter.Payload;
import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterId;
import io.crosscare.correction.deadletter.model.Origin;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps the dead letters of all topics. The key of a message from outside the suite may be anything, so it is shown masked too. */
public final class KeepDeadLetters implements ParkedMessageHandler {

    private static final int REASON_LENGTH_MAX = 500;
    private static final int KEY_LENGTH_MAX = 80;

    private final DeadLetters letters;

    public KeepDeadLetters(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public Mono<Void> on(ParkedMessage message) {
        String sent = message.body();
        byte[] body = sent == null ? null : Base64.getDecoder().decode(sent);
        Origin origin =
                new Origin(message.topic(), message.partition(), message.offset(), message.group(), message.sentAt());
        DeadLetter letter = new DeadLetter(
                LetterId.of(origin),
                origin,
                message.parkedAt(),
                shownKey(message.key()),
                MaskedContent.of(body),
                body == null ? 0 : body.length,
                shortened(Masking.pastedText(message.reason()), REASON_LENGTH_MAX),
                replayOf(message),
                List.of(),
                0);
        return letters.keep(letter, new Payload(message.key(), message.body(), message.headers()));
    }

    /** The header comes through the topic, where anybody may have written it. */
    private static @Nullable LetterId replayOf(ParkedMessage message) {
        String original = message.headers().get(KafkaSendAgain.REPLAY_OF);
        return original == null || !LetterId.isOne(original) ? null : new LetterId(original);
    }

    private static @Nullable String shownKey(@Nullable String key) {
        return key == null ? null : shortened(Masking.pastedText(key), KEY_LENGTH_MAX);
    }

    private static String shortened(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax) + "…";
    }
}
