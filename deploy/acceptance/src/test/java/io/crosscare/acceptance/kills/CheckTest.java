package io.crosscare.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.kills.Finding.Kind;
import io.crosscare.acceptance.kills.Resolved.End;
import io.crosscare.acceptance.kills.Resolved.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each fault that a kill could cause, planted into books and a chain that are otherwise right. */
class CheckTest {

    private static final String PERSON = "p1";
    private static final long COST = 58_500;

    private final List<Intent> intents = new ArrayList<>();
    private final List<Told> answers = new ArrayList<>();
    private final List<Resolved> resolved = new ArrayList<>();
    private final List<JsonNode> chain = new ArrayList<>();

    /** A credit, an answered settlement, its cancellation, one found out afterwards, one void, one refused. */
    @BeforeEach
    void writeRightBooks() {
        chain.add(entry(1, "ACCOUNT_CREDIT"));
        settled(1, "v1", 2);
        cancelled(2, "v1", 3, id(2));
        intents.add(intent(3, Intent.Kind.SETTLEMENT, "v3", 0, false));
        chain.add(settlement(4, "v3"));
        resolved.add(new Resolved(3, End.DONE, Way.OUTCOME, id(4)));
        intents.add(intent(4, Intent.Kind.SETTLEMENT, "v4", 0, false));
        chain.add(entry(5, "VOID"));
        resolved.add(new Resolved(4, End.VOIDED, Way.REVERSAL, id(5)));
        intents.add(intent(5, Intent.Kind.SETTLEMENT, "v5", 0, true));
        answers.add(new Told(5, 422, Json.object().put("reason", "NO_FILING")));
    }

    @Test
    void findsNothingInRightBooks() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsAnAnsweredSettlementThatIsNotInTheChain() {
        chain.remove(3);
        intents.add(intent(6, Intent.Kind.SETTLEMENT, "v6", 0, false));
        answers.add(new Told(6, 201, statement(9, "v6")));

        assertThat(findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOST);
            assertThat(finding.text()).contains("SETTLEMENT #6", id(9));
        });
    }

    @Test
    void findsAnAmountThatIsOffByAFen() {
        ObjectNode stored = (ObjectNode) chain.get(1).path("settlement");
        stored.put("cashPayFen", COST - 1);

        assertThat(findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.CHANGED);
            assertThat(finding.text()).contains("cashPayFen 58499 instead of 58500");
        });
    }

    @Test
    void findsAFieldThatWentMissing() {
        ((ObjectNode) chain.get(1).path("settlement")).remove("billHash");

        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("billHash"));
    }

    @Test
    void findsAnUndoThatIsNotInTheChain() {
        chain.set(2, entry(3, "VOID"));

        assertThat(kinds()).contains(Kind.CHANGED);
    }

    @Test
    void findsAVisitThatWasSettledTwice() {
        chain.add(settlement(6, "v1"));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsASettlementThatWasUndoneTwice() {
        chain.add(undo(6, "REVERSAL", "v1", id(2)));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsTwoAnswersOfOneKeyThatNameTwoSettlements() {
        chain.add(settlement(6, "v1"));
        answers.add(new Told(1, 200, statement(6, "v1")));

        assertThat(kinds()).contains(Kind.DOUBLED);
    }

    @Test
    void findsAReplayThatSaysSomethingElse() {
        answers.add(new Told(1, 200, statement(2, "v1").put("fundPayFen", 1)));

        assertThat(kinds()).contains(Kind.CHANGED);
    }

    @Test
    void findsARefusedRequestThatSettledAllTheSame() {
        chain.add(settlement(6, "v5"));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsAVoidKeyThatSettledAllTheSame() {
        chain.add(settlement(6, "v4"));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsSomebodyWhoWasWronglyRefused() {
        intents.add(intent(6, Intent.Kind.SETTLEMENT, "v6", 0, false));
        answers.add(new Told(6, 422, Json.object().put("reason", "NO_FILING")));

        assertThat(kinds()).containsExactly(Kind.UNEXPECTED);
    }

    @Test
    void findsASettlementNobodyAskedFor() {
        chain.add(settlement(6, "v9"));

        assertThat(kinds()).containsExactly(Kind.UNEXPECTED);
    }

    @Test
    void findsASilenceThatNobodyExplained() {
        intents.add(intent(6, Intent.Kind.SETTLEMENT, "v6", 0, false));
        answers.add(new Told(6, 503, Json.object()));

        assertThat(kinds()).containsExactly(Kind.UNRESOLVED);
    }

    @Test
    void findsAnOutcomeThatTheChainDoesNotConfirm() {
        resolved.set(0, new Resolved(3, End.DONE, Way.OUTCOME, id(77)));

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsAVoidThatIsNone() {
        resolved.set(1, new Resolved(4, End.VOIDED, Way.REVERSAL, id(1)));

        assertThat(kinds()).containsExactly(Kind.UNRESOLVED);
    }

    @Test
    void findsAPlaceLeftOutInTheChain() {
        chain.removeFirst();

        assertThat(kinds()).contains(Kind.LOST);
    }

    @Test
    void findsAnAnswerThatNoHospitalExpects() {
        intents.add(intent(6, Intent.Kind.SETTLEMENT, "v6", 0, false));
        answers.add(new Told(6, 409, Json.object()));
        resolved.add(new Resolved(6, End.VOIDED, Way.REVERSAL, id(5)));

        assertThat(kinds()).containsExactly(Kind.UNEXPECTED);
    }

    private List<Finding> findings() {
        return new Check(intents, answers, resolved, Map.of(PERSON, chain)).findings();
    }

    private List<Kind> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }

    private void settled(long number, String visit, long seq) {
        intents.add(intent(number, Intent.Kind.SETTLEMENT, visit, 0, false));
        answers.add(new Told(number, 201, statement(seq, visit)));
        chain.add(settlement(seq, visit));
    }

    private void cancelled(long number, String visit, long seq, String original) {
        intents.add(intent(number, Intent.Kind.CANCELLATION, visit, number - 1, false));
        JsonNode undo = undo(seq, "CANCELLATION", visit, original);
        answers.add(new Told(number, 201, undo.path("undo").deepCopy()));
        chain.add(undo);
    }

    private static Intent intent(long number, Intent.Kind kind, String visit, long undone, boolean mayBeRefused) {
        return new Intent(number, kind, PERSON, "H31000000001", "k" + number, visit, undone, mayBeRefused);
    }

    private static ObjectNode entry(long seq, String kind) {
        return Json.object().put("id", id(seq)).put("seq", seq).put("kind", kind);
    }

    private static ObjectNode settlement(long seq, String visit) {
        return entry(seq, "SETTLEMENT").set("settlement", statement(seq, visit));
    }

    private static ObjectNode statement(long seq, String visit) {
        return Json.object()
                .put("id", id(seq))
                .put("visitId", visit)
                .put("totalCostFen", COST)
                .put("cashPayFen", COST)
                .put("billHash", "abc");
    }

    private static ObjectNode undo(long seq, String kind, String visit, String original) {
        return entry(seq, kind)
                .set(
                        "undo",
                        Json.object()
                                .put("id", id(seq))
                                .put("kind", kind)
                                .put("originalId", original)
                                .put("visitId", visit)
                                .put("totalCostFen", -COST));
    }

    private static String id(long seq) {
        return PERSON + ":%010d".formatted(seq);
    }
}
