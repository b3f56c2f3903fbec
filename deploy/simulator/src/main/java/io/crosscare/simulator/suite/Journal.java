package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Key;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients have asked for and what they were told, in their own order: the two books that the chains are held against. */
public final class Journal {

    private final Map<Name, Intent> intents = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();

    /** A key is unique for a person. */
    private record Name(PersonId person, Key key) {}

    /**
     * An answer to any request.
     *
     * @param at when it was heard, in microseconds of the world
     */
    public record Told(long at, Request request, Answer answer) {}

    /** That somebody wants something under a key. */
    public static final class Intent {

        private final Request request;
        private final Key key;
        private final long firstSentAt;
        private final List<Told> answers = new ArrayList<>();
        private boolean isResolved;

        private Intent(Request request, Key key, long firstSentAt) {
            this.request = request;
            this.key = key;
            this.firstSentAt = firstSentAt;
        }

        public Request request() {
            return request;
        }

        public Key key() {
            return key;
        }

        public long firstSentAt() {
            return firstSentAt;
        }

        /** Those that came to the requests under the key itself. */
        public List<Told> answers() {
            return List.copyOf(answers);
        }

        /** Whether its client knows for certain what became of it. */
        public boolean isResolved() {
            return isResolved;
        }

        void resolve() {
            isResolved = true;
        }
    }

    void sent(Request request, long at) {
        request.key()
                .ifPresent(key ->
                        intents.computeIfAbsent(new Name(request.person(), key), _ -> new Intent(request, key, at)));
    }

    void told(Request request, Answer answer, long at) {
        Told one = new Told(at, request, answer);
        told.add(one);
        request.key().map(key -> intents.get(new Name(request.person(), key))).ifPresent(intent -> {
            intent.answers.add(one);
            if (answer instanceof Answer.Written) {
                intent.resolve();
            }
        });
    }

    public Collection<Intent> intents() {
        return List.copyOf(intents.values());
    }

    public List<Told> told() {
        return List.copyOf(told);
    }
}
