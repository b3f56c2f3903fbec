package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.Requests;
import java.util.Optional;

/** Sends intents: written down before, the answer written down after, both on disk before anything else happens. */
final class Sending {

    private static final String REFUSED_REASON = "reason";

    private final Books books;
    private final Patience patience;
    private final World world;

    Sending(Books books, Patience patience, World world) {
        this.books = books;
        this.patience = patience;
        this.world = world;
    }

    /** One try. Empty when there was silence or a fault: what became of it is unknown. */
    Optional<Told> once(Intent intent, Call call) {
        books.intend(intent);
        return patience.tryOnce(partyOf(intent), call)
                .map(answer -> books.note(told(intent, answer)))
                .filter(answer -> !answer.isFault());
    }

    /** Presses again until something certain is answered. */
    Told untilAnswered(Intent intent, Call call) {
        books.intend(intent);
        return books.note(told(intent, patience.ask(partyOf(intent), call)));
    }

    static Call settlement(Intent intent) {
        return Requests.settlement(intent.visitId(), true, intent.key());
    }

    static Call cancellation(Intent intent, String settlementId) {
        return Requests.cancellation(settlementId, intent.key());
    }

    static Call reversalOf(Intent reversed, Intent reversing) {
        return Requests.reversal(reversing.personId(), reversing.institution(), reversed.key(), reversing.key());
    }

    private Party partyOf(Intent intent) {
        return world.hospital(intent.institution());
    }

    /** Of a refusal only its reason is kept: the rest is for people, and each problem has a trace of its own. */
    private static Told told(Intent intent, Answer answer) {
        Told told = new Told(intent.number(), answer.status(), answer.json());
        return told.isDone()
                ? told
                : new Told(
                        intent.number(),
                        answer.status(),
                        Json.object()
                                .put(REFUSED_REASON, told.reason())
                                .put("type", told.body().path("type").asString("")));
    }
}
