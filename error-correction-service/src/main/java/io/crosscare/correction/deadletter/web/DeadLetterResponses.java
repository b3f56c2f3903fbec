package io.crosscare.correction.deadletter.web;

import io.crosscare.correction.deadletter.DeadLetters.Place;
import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterAct;
import io.crosscare.correction.deadletter.model.LetterId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about dead letters. Nothing in it is of a person. */
final class DeadLetterResponses {

    private static final int CURSOR_LENGTH_MAX = 80;

    private DeadLetterResponses() {}

    /**
     * One page, the latest parked first.
     *
     * @param nextCursor absent on the last page
     */
    record DeadLettersResponse(
            List<DeadLetterResponse> items, @Nullable String nextCursor) {

        /** The page of so many letters, made from one more if there is one. */
        static DeadLettersResponse page(List<DeadLetter> oneMore, int limit, List<DeadLetter> replays) {
            List<DeadLetter> page = oneMore.subList(0, Math.min(limit, oneMore.size()));
            return new DeadLettersResponse(
                    page.stream()
                            .map(letter -> DeadLetterResponse.of(letter, replays))
                            .toList(),
                    oneMore.size() > limit ? encode(Place.of(page.getLast())) : null);
        }
    }

    /**
     * A message that a service could not process.
     *
     * @param id 标识 · of the dead letter
     * @param state {@link DeadLetter.State}
     * @param topic 主题 · the topic it was sent to
     * @param partition 分区 · its partition there
     * @param offset 位移 · its offset there
     * @param consumer 未能处理的服务 · the service that could not process it; absent where nobody says
     * @param sentAt 发送时间 · when it was sent, UTC
     * @param parkedAt 停放时间 · when it was parked, UTC
     * @param key 键 · of the message; absent where it had none
     * @param content 内容 · its form, with everything masked that may be of a person
     * @param sizeBytes 字节数 · size of the content as it was sent
     * @param reason 原因 · what the service said: of a body that was read, the fields that are missing or the rule that one breaks
     * @param replayOf 前次死信 · the dead letter that was sent again and has come back as this one; absent where it came by itself
     * @param cameBackAs 重投后再次停放 · that sending it again has failed: the dead letter it became; absent where it has not come back since it
     *     was sent again last
     * @param acts 处理记录 · what operators did with it
     */
    record DeadLetterResponse(
            String id,
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
            @Nullable String cameBackAs,
            List<LetterActResponse> acts) {

        /**
         * With what came of it.
         *
         * @param replays what came back, the latest first; of other letters too
         */
        static DeadLetterResponse of(DeadLetter letter, List<DeadLetter> replays) {
            LetterId replayOf = letter.replayOf();
            return new DeadLetterResponse(
                    letter.id().value(),
                    letter.state().name(),
                    letter.origin().topic(),
                    letter.origin().partition(),
                    letter.origin().offset(),
                    letter.origin().consumer(),
                    letter.origin().sentAt(),
                    letter.parkedAt(),
                    letter.key(),
                    letter.content(),
                    letter.sizeBytes(),
                    letter.reason(),
                    replayOf == null ? null : replayOf.value(),
                    replays.stream()
                            .filter(letter::cameBackAs)
                            .map(back -> back.id().value())
                            .findFirst()
                            .orElse(null),
                    letter.acts().stream().map(LetterActResponse::of).toList());
        }
    }

    /**
     * What an operator did with it.
     *
     * @param kind {@link LetterAct.Kind}
     * @param at 时间 · when, UTC
     * @param by 操作账号 · the account
     * @param reason 理由 · as it was given; absent where it was sent again
     */
    record LetterActResponse(
            String kind, Instant at, String by, @Nullable String reason) {

        private static LetterActResponse of(LetterAct act) {
            return new LetterActResponse(act.kind().name(), act.at(), act.by(), act.reason());
        }
    }

    private static String encode(Place place) {
        String text = place.parkedAt().toEpochMilli() + ":" + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the cursor of a page.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Place decode(String cursor) {
        if (cursor.length() > CURSOR_LENGTH_MAX) {
            throw new IllegalArgumentException("too long for a cursor");
        }
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a cursor");
        }
        long millis = Long.parseLong(parts[0]);
        if (millis < 0) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Place(Instant.ofEpochMilli(millis), new LetterId(parts[1]));
    }
}
