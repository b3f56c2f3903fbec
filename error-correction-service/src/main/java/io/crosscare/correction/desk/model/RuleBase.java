package io.crosscare.correction.desk.model;

import io.crosscare.correction.desk.model.Diagnosis.Confidence;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All rules of the diagnosis in their order of precedence, and what is known of each cause: the first that applies says it. */
public final class RuleBase {

    private static final String NO_RULE = "none";

    private final Map<Cause, CauseCard> cards = new EnumMap<>(Cause.class);
    private final List<DiagnosisRule> rules;

    /** Refuses a base in which a cause has no card, two rules share a name, or a cause is named by no rule. */
    public RuleBase(List<CauseCard> cards, List<DiagnosisRule> rules) {
        cards.forEach(card -> {
            if (this.cards.put(card.cause(), card) != null) {
                throw new IllegalArgumentException("two cards for " + card.cause());
            }
        });
        this.rules = List.copyOf(rules);
        Set<String> ids = new HashSet<>();
        this.rules.forEach(rule -> {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules are named " + rule.id());
            }
        });
        for (Cause cause : Cause.values()) {
            boolean isNamed =
                    cause == Cause.NOT_RECOGNISED || this.rules.stream().anyMatch(rule -> rule.cause() == cause);
            if (!this.cards.containsKey(cause) || !isNamed) {
                throw new IllegalArgumentException("no card or no rule for " + cause);
            }
        }
    }

    public List<DiagnosisRule> rules() {
        return rules;
    }

    public CauseCard card(Cause cause) {
        CauseCard card = cards.get(cause);
        if (card == null) {
            throw new IllegalStateException("no card for " + cause);
        }
        return card;
    }

    public Diagnosis diagnose(CorrectionCase one) {
        CaseView view = new CaseView(one.file());
        for (DiagnosisRule rule : rules) {
            Optional<List<Fact>> evidence = rule.applied(view);
            if (evidence.isPresent()) {
                Confidence confidence = evidence.get().isEmpty() ? Confidence.STATED : Confidence.PROVEN;
                return new Diagnosis(card(rule.cause()), confidence, rule.id(), evidence.get());
            }
        }
        return new Diagnosis(card(Cause.NOT_RECOGNISED), Confidence.UNKNOWN, NO_RULE, List.of());
    }
}
