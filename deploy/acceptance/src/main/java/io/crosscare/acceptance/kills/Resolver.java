package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Eventually;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.Requests;
import io.crosscare.acceptance.kills.Intent.Kind;
import io.crosscare.acceptance.kills.Resolved.End;
import io.crosscare.acceptance.kills.Resolved.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds out, when all is quiet, what became of every intent that was never answered, as a hospital does: it asks for the outcome
 * of the key; of what was never seen it makes certain that it never comes; an undo it simply sends again.
 */
final class Resolver {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration IN_PROGRESS_MAX = Duration.ofMinutes(1);

    /** An undo that is in the chain. */
    private static final Set<String> WRITTEN = Set.of("CANCELLED", "REVERSED", "VOID");

    private final Books books;
    private final Patience patience;
    private final Sending sending;
    private final World world;
    private final Supplier<String> newKey;

    Resolver(Books books, Patience patience, Sending sending, World world, Supplier<String> newKey) {
        this.books = books;
        this.patience = patience;
        this.sending = sending;
        this.world = world;
        this.newKey = newKey;
    }

    /** The intents without a certain answer, each once, settlements before what undoes them. */
    static List<Intent> unanswered(List<Intent> intents, List<Told> answers) {
        Set<Long> answered = new HashSet<>();
        answers.stream().filter(told -> !told.isFault()).forEach(told -> answered.add(told.intent()));
        Map<Long, Intent> open = new LinkedHashMap<>();
        intents.stream()
                .filter(intent -> !answered.contains(intent.number()))
                .forEach(intent -> open.putIfAbsent(intent.number(), intent));
        return List.copyOf(open.values());
    }

    List<Resolved> resolve(List<Intent> unanswered) {
        Map<Long, Intent> all = new HashMap<>();
        books.intents().forEach(intent -> all.put(intent.number(), intent));
        List<Resolved> resolved = new ArrayList<>();
        for (Intent intent : unanswered) {
            resolved.add(intent.kind() == Kind.SETTLEMENT ? settlement(intent) : undo(intent, undoneBy(intent, all)));
        }
        return resolved;
    }

    private Resolved settlement(Intent intent) {
        Answer outcome = outcomeOf(intent);
        String state = outcome.string("state");
        return switch (state) {
            case "SETTLED", "CANCELLED", "REVERSED" -> done(intent, Way.OUTCOME, outcome.string("settlementId"));
            case "VOID" -> new Resolved(intent.number(), End.VOIDED, Way.OUTCOME, outcome.string("entryId"));
            case "REFUSED" -> new Resolved(intent.number(), End.REFUSED, Way.OUTCOME, "");
            case "NEVER_SEEN" -> makeCertain(intent);
            default -> throw new Difference("%s: %s".formatted(intent, outcome.text()));
        };
    }

    /** It may have arrived since it was asked for: then the reversal takes it back. */
    private Resolved makeCertain(Intent intent) {
        Intent reversing = new Intent(
                books.nextNumber(),
                Kind.REVERSAL,
                intent.personId(),
                intent.institution(),
                newKey.get(),
                intent.visitId(),
                intent.number(),
                false);
        Told told = sending.untilAnswered(reversing, Sending.reversalOf(intent, reversing));
        if (!told.isDone()) {
            throw new Difference("%s could not be reversed: %d %s".formatted(intent, told.status(), told.body()));
        }
        boolean isVoid = told.body().path("state").asString().equals("VOID");
        return isVoid
                ? new Resolved(intent.number(), End.VOIDED, Way.REVERSAL, told.entryId())
                : done(intent, Way.REVERSAL, told.body().path("originalId").asString());
    }

    private Resolved undo(Intent intent, Intent undone) {
        Answer outcome = outcomeOf(intent);
        if (WRITTEN.contains(outcome.string("state"))) {
            return done(intent, Way.OUTCOME, outcome.string("entryId"));
        }
        Told told = sending.untilAnswered(intent, callOf(intent, undone));
        if (!told.isDone()) {
            throw new Difference("%s was sent again: %d %s".formatted(intent, told.status(), told.body()));
        }
        return done(intent, Way.AGAIN, told.entryId());
    }

    private Call callOf(Intent intent, Intent undone) {
        if (intent.kind() == Kind.REVERSAL) {
            return Sending.reversalOf(undone, intent);
        }
        String settlementId = books.answers().stream()
                .filter(told -> told.intent() == undone.number() && told.isDone())
                .map(Told::entryId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("only an answered settlement is cancelled"));
        return Sending.cancellation(intent, settlementId);
    }

    /** What the suite says of it; in progress is waited for, for somebody is bringing it to its end. */
    private Answer outcomeOf(Intent intent) {
        Party hospital = world.hospital(intent.institution());
        long deadline = System.nanoTime() + IN_PROGRESS_MAX.toNanos();
        while (true) {
            Answer outcome = patience.ask(
                            hospital,
                            Requests.outcome(
                                    intent.personId(),
                                    intent.institution(),
                                    intent.kind().name(),
                                    intent.key()))
                    .require(200);
            if (!outcome.string("state").equals("IN_PROGRESS")) {
                return outcome;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new Difference("%s: %d 秒后仍在处理 · still in progress after %d s"
                        .formatted(intent, IN_PROGRESS_MAX.toSeconds(), IN_PROGRESS_MAX.toSeconds()));
            }
            Eventually.pause(PAUSE);
        }
    }

    private static Intent undoneBy(Intent undo, Map<Long, Intent> all) {
        Intent undone = all.get(undo.undone());
        if (undone == null) {
            throw new IllegalStateException(undo + " undoes nothing");
        }
        return undone;
    }

    private static Resolved done(Intent intent, Way way, String entryId) {
        return new Resolved(intent.number(), End.DONE, way, entryId);
    }
}
