package io.crosscare.simulator.check;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VoidedKey;
import io.crosscare.simulator.suite.Answer;
import io.crosscare.simulator.suite.Journal;
import io.crosscare.simulator.suite.Journal.Intent;
import io.crosscare.simulator.suite.Journal.Told;
import io.crosscare.simulator.suite.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds what clients asked and were told against one person's chain. */
final class JournalChecks {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<Key, Entry> byKey = new HashMap<>();
    private final Map<Key, Intent> intents = new HashMap<>();
    private final List<Entry> chain;

    JournalChecks(Journal journal, PersonId person, List<Entry> chain) {
        this.chain = chain;
        for (Entry entry : chain) {
            byId.put(entry.id().value(), entry);
            byKey.put(entry.key(), entry);
        }
        journal.intents().stream()
                .filter(intent -> intent.request().person().equals(person))
                .forEach(intent -> intents.put(intent.key(), intent));
        journal.told().stream()
                .filter(told -> told.request().person().equals(person))
                .forEach(told -> {
                    isInTheChain(told);
                    isStillThere(told);
                });
        intents.values().forEach(this::answersAreTheSame);
        intents.values().forEach(this::isResolved);
        chain.forEach(this::wasAskedFor);
        ordered();
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void found(String invariant, String what) {
        findings.add(new Finding(invariant, what));
    }

    private static @Nullable Entry toldOf(Told told) {
        return switch (told.answer()) {
            case Answer.Written written -> written.entry();
            case Answer.Known known -> known.entry();
            case Answer.Seen _, Answer.Refused _, Answer.Fault _, Answer.Silence _ -> null;
        };
    }

    /** I13: where the chain was said to end, it went on. */
    private void isStillThere(Told told) {
        if (told.answer() instanceof Answer.Seen(HeadName head)
                && head.seq() > 0
                && chain.stream()
                        .noneMatch(entry ->
                                entry.link().seq() == head.seq() && entry.hash().equals(head.hash()))) {
            found("I13", "was read and is gone: place " + head.seq());
        }
    }

    /** I1: what was told is stored, as it was told. */
    private void isInTheChain(Told told) {
        Entry entry = toldOf(told);
        if (entry == null) {
            return;
        }
        Entry stored = byId.get(entry.id().value());
        if (stored == null || !stored.hash().equals(entry.hash())) {
            found("I1", "told but not in the chain: " + entry.kind() + " " + entry.id());
        }
        if (told.request() instanceof Request.Settle settle
                && entry instanceof Settlement
                && !settle.key().orElseThrow().equals(entry.key())) {
            found("I2", "told the settlement of another key: " + entry.id());
        }
    }

    /** I2: every answer of a key is the same, to the letter. */
    private void answersAreTheSame(Intent intent) {
        List<EntryStatement> told = intent.answers().stream()
                .map(JournalChecks::toldOf)
                .filter(Objects::nonNull)
                .map(EntryStatement::of)
                .distinct()
                .toList();
        if (told.size() > 1) {
            found(
                    "I2",
                    "a key was answered with "
                            + told.stream().map(EntryStatement::id).toList());
        }
    }

    /** I14, and I6 where the key was void: at the end every client knows, and what it knows is so. */
    private void isResolved(Intent intent) {
        if (!intent.isResolved()) {
            found("I14", "never resolved: " + intent.request());
            return;
        }
        if (intent.request() instanceof Request.Settle) {
            Entry entry = byKey.get(intent.key());
            boolean wasSettled = intent.answers().stream().anyMatch(told -> toldOf(told) instanceof Settlement);
            if (entry == null && intent.answers().stream().noneMatch(JournalChecks::isConflict)) {
                found("I14", "neither settled nor void: " + intent.request());
            } else if (wasSettled && entry instanceof VoidedKey) {
                found("I6", "was told settled and is void: " + entry.id());
            }
        }
    }

    private static boolean isConflict(Told told) {
        return told.answer() instanceof Answer.Fault fault && fault.type().status() == 409;
    }

    /** I14: whatever is in the chain, a client wanted under that key. */
    private void wasAskedFor(Entry entry) {
        if (!intents.containsKey(askedUnder(entry))) {
            found("I14", "nobody asked for " + entry.kind() + " " + entry.id());
        }
        Intent wanted = intents.get(entry.key());
        if (entry instanceof Settlement settlement
                && wanted != null
                && wanted.request() instanceof Request.Settle settle
                && !settlement.care().visit().equals(settle.visit())) {
            found("I2", "a key settled another visit: " + entry.id());
        }
    }

    private static Key askedUnder(Entry entry) {
        return switch (entry) {
            case Undo undo -> undo.callerKey();
            case VoidedKey voided -> voided.callerKey();
            default -> entry.key();
        };
    }

    /** I12: what was answered before something else was first asked for stands before it. */
    private void ordered() {
        for (int later = 1; later < chain.size(); later++) {
            long answered = firstAnswered(chain.get(later));
            for (int earlier = 0; earlier < later; earlier++) {
                Intent asked = intents.get(askedUnder(chain.get(earlier)));
                if (asked != null && answered < asked.firstSentAt()) {
                    found(
                            "I12",
                            chain.get(later).id() + " was answered before "
                                    + chain.get(earlier).id() + " was asked for");
                }
            }
        }
    }

    private long firstAnswered(Entry entry) {
        Intent intent = intents.get(askedUnder(entry));
        return intent == null
                ? Long.MAX_VALUE
                : intent.answers().stream()
                        .filter(told -> told.answer() instanceof Answer.Written)
                        .mapToLong(Told::at)
                        .min()
                        .orElse(Long.MAX_VALUE);
    }
}
