package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.kills.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Holds what the hospitals wrote down against what the chains hold. Pure: books and chains in, findings out; none when nothing
 * answered is missing or changed, nothing is there twice or without being asked for, and every silence is explained.
 */
final class Check {

    private static final Set<String> UNDOS = Set.of("CANCELLATION", "REVERSAL");
    private static final String VOIDED_KEY = "REVERSED_BEFORE_ARRIVAL";

    private final List<Intent> intents;
    private final Map<Long, List<Told>> told = new HashMap<>();
    private final Map<Long, Resolved> resolved = new HashMap<>();
    private final Map<String, List<JsonNode>> chains;
    private final Map<String, JsonNode> entries = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Takes what there is to compare.
     *
     * @param chains by personId the entries of every person of the run, in the order of the chain
     */
    Check(List<Intent> intents, List<Told> answers, List<Resolved> resolved, Map<String, List<JsonNode>> chains) {
        this.intents = List.copyOf(intents);
        this.chains = Map.copyOf(chains);
        answers.forEach(answer ->
                told.computeIfAbsent(answer.intent(), _ -> new ArrayList<>()).add(answer));
        resolved.forEach(each -> this.resolved.put(each.intent(), each));
    }

    List<Finding> findings() {
        chains.forEach(this::chainIsDense);
        intents.forEach(this::holdsWhatWasAnswered);
        intents.forEach(this::isExplained);
        nothingIsThereTwice();
        return List.copyOf(findings);
    }

    private void chainIsDense(String personId, List<JsonNode> chain) {
        for (int i = 0; i < chain.size(); i++) {
            JsonNode entry = chain.get(i);
            if (entry.path("seq").asLong() != i + 1) {
                find(Kind.LOST, "chain of %s: place %d holds entry %s".formatted(personId, i + 1, idOf(entry)));
            }
            entries.put(idOf(entry), entry);
        }
    }

    /** Every answer that says it was done is in the chain, the same in every field, and says the same each time. */
    private void holdsWhatWasAnswered(Intent intent) {
        List<Told> done = toldOf(intent).stream().filter(Told::isDone).toList();
        for (Told answer : done) {
            JsonNode entry = entries.get(answer.entryId());
            if (entry == null) {
                find(
                        Kind.LOST,
                        "%s was answered with entry %s, which is in no chain".formatted(intent, answer.entryId()));
            } else {
                sameAs(intent, answer.body(), statementIn(entry), "its entry " + answer.entryId());
            }
        }
        done.stream().skip(1).forEach(again -> {
            if (!again.entryId().equals(done.getFirst().entryId())) {
                find(
                        Kind.DOUBLED,
                        "%s was answered with %s and with %s"
                                .formatted(intent, done.getFirst().entryId(), again.entryId()));
            } else {
                sameAs(intent, again.body(), done.getFirst().body(), "its first answer");
            }
        });
    }

    private void sameAs(Intent intent, JsonNode answered, JsonNode other, String what) {
        Set<String> differing = new TreeSet<>();
        Stream.concat(answered.propertyNames().stream(), other.propertyNames().stream())
                .filter(field -> !Objects.equals(answered.get(field), other.get(field)))
                .forEach(field ->
                        differing.add("%s %s instead of %s".formatted(field, other.path(field), answered.path(field))));
        if (!differing.isEmpty()) {
            find(Kind.CHANGED, "%s differs from %s: %s".formatted(intent, what, String.join(", ", differing)));
        }
    }

    /** Done, refused or void, and the chain agrees. */
    private void isExplained(Intent intent) {
        toldOf(intent).stream()
                .filter(answer -> !answer.isDone() && !answer.isRefusal() && !answer.isFault())
                .forEach(answer -> find(
                        Kind.UNEXPECTED, "%s was answered %d %s".formatted(intent, answer.status(), answer.body())));
        boolean isDone = toldOf(intent).stream().anyMatch(Told::isDone);
        Optional<Told> refusal = toldOf(intent).stream().filter(Told::isRefusal).findFirst();
        Resolved end = resolved.get(intent.number());
        if (isDone) {
            return;
        }
        if (refusal.isPresent()) {
            isRightlyRefused(intent, refusal.get());
        } else if (end == null) {
            find(Kind.UNRESOLVED, intent + " was never answered, and nobody found out what became of it");
        } else {
            isAsFoundOut(intent, end);
        }
    }

    private void isRightlyRefused(Intent intent, Told refusal) {
        boolean isVoid = refusal.reason().equals(VOIDED_KEY);
        if (!isVoid && !intent.mayBeRefused()) {
            find(Kind.UNEXPECTED, "%s was refused: %s".formatted(intent, refusal.reason()));
        }
        hasNotSettled(intent, "was refused");
    }

    private void isAsFoundOut(Intent intent, Resolved end) {
        switch (end.end()) {
            case DONE -> {
                if (!entries.containsKey(end.entryId())) {
                    find(Kind.LOST, "%s came to entry %s, which is in no chain".formatted(intent, end.entryId()));
                }
            }
            case REFUSED -> {
                if (!intent.mayBeRefused()) {
                    find(Kind.UNEXPECTED, intent + " was refused, as found out afterwards");
                }
                hasNotSettled(intent, "was refused");
            }
            case VOIDED -> {
                JsonNode entry = entries.get(end.entryId());
                if (entry == null || !kindOf(entry).equals("VOID")) {
                    find(
                            Kind.UNRESOLVED,
                            "%s was to be void by entry %s, which is none".formatted(intent, end.entryId()));
                }
                hasNotSettled(intent, "is void");
            }
        }
    }

    private void hasNotSettled(Intent intent, String what) {
        if (intent.kind() != Intent.Kind.SETTLEMENT) {
            return;
        }
        settlementsOf(intent.personId())
                .filter(entry -> visitOf(entry).equals(intent.visitId()))
                .forEach(entry -> find(Kind.DOUBLED, "%s %s, but settled as %s".formatted(intent, what, idOf(entry))));
    }

    /** A visit of the run is settled under one key only, so it has one settlement at most; a settlement has one undo at most. */
    private void nothingIsThereTwice() {
        Set<String> visits = new HashSet<>();
        intents.stream()
                .filter(intent -> intent.kind() == Intent.Kind.SETTLEMENT)
                .forEach(intent -> visits.add(intent.visitId()));
        chains.keySet().forEach(personId -> {
            Set<String> settled = new HashSet<>();
            settlementsOf(personId).forEach(entry -> {
                if (!settled.add(visitOf(entry))) {
                    find(Kind.DOUBLED, "visit %s is settled again by %s".formatted(visitOf(entry), idOf(entry)));
                }
                if (!visits.contains(visitOf(entry))) {
                    find(Kind.UNEXPECTED, "nobody asked for settlement %s".formatted(idOf(entry)));
                }
            });
            Set<String> undone = new HashSet<>();
            chains.getOrDefault(personId, List.of()).stream()
                    .filter(entry -> UNDOS.contains(kindOf(entry)))
                    .forEach(entry -> isFirstUndo(entry, undone));
        });
    }

    private void isFirstUndo(JsonNode entry, Set<String> undone) {
        String original = entry.path("undo").path("originalId").asString("");
        if (!undone.add(original)) {
            find(Kind.DOUBLED, "settlement %s is undone again by %s".formatted(original, idOf(entry)));
        }
        if (!entries.containsKey(original)) {
            find(Kind.LOST, "%s undoes %s, which is in no chain".formatted(idOf(entry), original));
        }
    }

    private Stream<JsonNode> settlementsOf(String personId) {
        return chains.getOrDefault(personId, List.of()).stream()
                .filter(entry -> kindOf(entry).equals("SETTLEMENT"));
    }

    private List<Told> toldOf(Intent intent) {
        return told.getOrDefault(intent.number(), List.of());
    }

    private static JsonNode statementIn(JsonNode entry) {
        return entry.has("settlement") ? entry.path("settlement") : entry.path("undo");
    }

    private static String idOf(JsonNode entry) {
        return entry.path("id").asString("");
    }

    private static String kindOf(JsonNode entry) {
        return entry.path("kind").asString("");
    }

    private static String visitOf(JsonNode entry) {
        return entry.path("settlement").path("visitId").asString("");
    }

    private void find(Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
