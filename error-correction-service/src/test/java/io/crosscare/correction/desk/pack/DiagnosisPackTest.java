package io.crosscare.correction.desk.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CauseCard;
import io.crosscare.correction.desk.model.Condition;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Diagnosis;
import io.crosscare.correction.desk.model.Diagnosis.Confidence;
import io.crosscare.correction.desk.model.DiagnosisRule;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.CardStated;
import io.crosscare.correction.desk.model.Fact.ConnectionStated;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.InstitutionAbsent;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.PersonStated;
import io.crosscare.correction.desk.model.Fact.PromiseStated;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.RuleBase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped rules, a row for each: what the refusal said, what the owners' records show, and what it is then said to be. */
class DiagnosisPackTest {

    private static final DiagnosisPack PACK = DiagnosisPack.load(DiagnosisPack.SHIPPED);
    private static final RuleBase RULES = PACK.toRules();
    private static final Instant REFUSED = Facts.minute(2);
    private static final Instant NOW = Facts.minute(60);
    private static final String ROWS = """
        R00 | CARD_NOT_ACTIVE               |                  | VISIT_CANCELLED           | VISIT_CANCELLED           | STATED
        R01 | FILING_EXPIRED                |                  | IN_PROGRESS               | OUTCOME_UNKNOWN           | STATED
        R02 | NEIGHBOUR_DOWN                |                  |                           | NEIGHBOUR_DOWN            | STATED
        R03 | OUTCOME_UNKNOWN               |                  |                           | OUTCOME_UNKNOWN           | STATED
        R04 | NO_FILING                     |                  | filed:EFFECTIVE@1         | COPY_BEHIND_OWNER         | PROVEN
        R05 | FILING_EXPIRED                |                  | filed:LAPSED@1            | PROMISE_DUE               | PROVEN
        R05 | NO_FILING                     |                  | promise:OPEN              | PROMISE_DUE               | PROVEN
        R06 | NO_FILING                     |                  | filed:SUBMITTED@1         | FILING_UNDER_REVIEW       | PROVEN
        R07 | NO_FILING                     |                  | filed:REJECTED@1          | FILING_REJECTED           | PROVEN
        R08 | NO_FILING                     |                  | nothing                   | NO_FILING                 | PROVEN
        R09 | NO_FILING                     |                  |                           | NO_FILING                 | STATED
        R10 | FILING_FOR_OTHER_REGION       |                  | elsewhere                 | FILED_ELSEWHERE           | PROVEN
        R11 | FILING_FOR_OTHER_REGION       |                  |                           | FILED_ELSEWHERE           | STATED
        R12 | FILING_EXPIRED                |                  | filed:WITHDRAWN@1         | FILING_WITHDRAWN          | PROVEN
        R13 | FILING_EXPIRED                |                  | ended                     | FILING_EXPIRED            | PROVEN
        R14 | FILING_EXPIRED                |                  |                           | FILING_EXPIRED            | STATED
        R15 | FILING_NOT_YET_EFFECTIVE      |                  | later                     | FILING_NOT_YET_EFFECTIVE  | PROVEN
        R16 | FILING_NOT_YET_EFFECTIVE      |                  |                           | FILING_NOT_YET_EFFECTIVE  | STATED
        R17 | FILING_NOT_YET_UPSTREAM       |                  | upload:REFUSED            | FILING_REFUSED_UPSTREAM   | PROVEN
        R18 | FILING_NOT_YET_UPSTREAM       |                  | upload:SENT               | FILING_NOT_UPSTREAM       | PROVEN
        R19 | FILING_NOT_YET_UPSTREAM       |                  |                           | FILING_NOT_UPSTREAM       | STATED
        R20 | HOME_CLOSED_DURING_FILING     |                  |                           | HOME_CLOSED               | STATED
        R21 | CARD_NOT_ACCEPTED             |                  |                           | CARD_NOT_ACCEPTED         | STATED
        R22 | CARD_NOT_ACTIVE               | 社会保障卡已挂失，不能结算 | card:LOST            | CARD_LOST                 | PROVEN
        R23 | CARD_NOT_ACTIVE               | 社会保障卡已挂失，不能结算 |                      | CARD_LOST                 | STATED
        R24 | CARD_NOT_ACTIVE               | 社会保障卡尚未激活，不能结算 | card:NOT_ACTIVATED | CARD_NOT_ACTIVATED        | PROVEN
        R25 | CARD_NOT_ACTIVE               | 社会保障卡尚未激活，不能结算 |                    | CARD_NOT_ACTIVATED        | STATED
        R26 | CARD_NOT_ACTIVE               |                  | card:LOST                 | CARD_LOST                 | PROVEN
        R27 | CARD_NOT_ACTIVE               |                  | card:NOT_ACTIVATED        | CARD_NOT_ACTIVATED        | PROVEN
        R28 | IDENTITY_MISMATCH             |                  |                           | IDENTITY_MISMATCH         | STATED
        R29 | PERSON_UNKNOWN                |                  |                           | PERSON_UNKNOWN            | STATED
        R30 | INSURANCE_SUSPENDED           |                  | insurance:SUSPENDED       | INSURANCE_SUSPENDED       | PROVEN
        R31 | INSURANCE_SUSPENDED           |                  | insurance:ACTIVE          | INSURANCE_SUSPENDED       | STATED
        R32 | NOT_CONNECTED_ON_DATE         |                  | connection:2019-12-01     | NOT_CONNECTED_ON_DATE     | PROVEN
        R33 | NOT_CONNECTED_ON_DATE         |                  |                           | NOT_CONNECTED_ON_DATE     | STATED
        R34 | REGIONS_NOT_CONNECTED         |                  | connection:closed         | REGIONS_NOT_CONNECTED     | PROVEN
        R35 | REGIONS_NOT_CONNECTED         |                  |                           | REGIONS_NOT_CONNECTED     | STATED
        R36 | INSTITUTION_UNKNOWN           |                  | institution:absent        | INSTITUTION_UNKNOWN       | PROVEN
        R37 | INSTITUTION_UNKNOWN           |                  |                           | INSTITUTION_UNKNOWN       | STATED
        R38 | INSTITUTION_NOT_CONNECTED     |                  | institution:SUSPENDED     | INSTITUTION_SUSPENDED     | PROVEN
        R39 | INSTITUTION_NOT_CONNECTED     |                  | institution:OPEN          | CAPABILITY_NOT_OPEN       | PROVEN
        R40 | INSTITUTION_NOT_CONNECTED     |                  |                           | CAPABILITY_NOT_OPEN       | STATED
        R41 | INSTITUTION_LEVEL_UNKNOWN     |                  | institution:no-level      | INSTITUTION_LEVEL_UNKNOWN | PROVEN
        R42 | INSTITUTION_LEVEL_UNKNOWN     |                  | institution:OPEN          | INSTITUTION_LEVEL_UNKNOWN | STATED
        R43 | SERVICE_NOT_OPEN_FOR_CATEGORY |                  | connection:closed         | SERVICE_NOT_OPEN_FOR_PLAN | PROVEN
        R44 | SERVICE_NOT_OPEN_FOR_CATEGORY |                  |                           | SERVICE_NOT_OPEN_FOR_PLAN | STATED
        R45 | SERVICE_NOT_COVERED           |                  |                           | SERVICE_NOT_COVERED       | STATED
        R46 | EXTERNAL_FEED_STALE           |                  |                           | EXTERNAL_FEED_STALE       | STATED
        R47 | POLICY_MISSING                | 系统缺少当日适用的医保目录 |                      | CATALOGUE_MISSING         | STATED
        R48 | POLICY_MISSING                |                  |                           | POLICY_MISSING            | STATED
        R49 | BILL_INCONSISTENT             |                  |                           | SUMS_INCONSISTENT         | STATED
        R50 | ALREADY_SETTLED               |                  |                           | DUPLICATE                 | STATED
        R51 | INVOICE_ALREADY_PAID          |                  |                           | INVOICE_ALREADY_PAID      | STATED
        R52 | REVERSED_BEFORE_ARRIVAL       |                  |                           | REVERSED_BEFORE_ARRIVAL   | STATED
        R53 | PREVIEW_STALE                 |                  |                           | PREVIEW_STALE             | STATED
        R54 | REPORTED_BY_HAND              |                  | unlisted                  | CATALOGUE_CODE_MISSING    | STATED
        none | INVENTED                     |                  |                           | NOT_RECOGNISED            | UNKNOWN
        """;

    @ParameterizedTest(name = "{0}: {1} with {3} is {4}")
    @CsvSource(delimiter = '|', textBlock = ROWS)
    void namesTheCauseAndWhatShowsIt(
            String rule,
            String reason,
            @Nullable String message,
            @Nullable String shown,
            Cause cause,
            Confidence confidence) {
        Diagnosis diagnosis = RULES.diagnose(refusedFor(reason, message, shown));

        assertThat(diagnosis.rule()).isEqualTo(rule);
        assertThat(diagnosis.cause()).isEqualTo(cause);
        assertThat(diagnosis.confidence()).isEqualTo(confidence);
        assertThat(diagnosis.evidence().isEmpty()).isEqualTo(confidence != Confidence.PROVEN);
    }

    @Test
    void hasARowForEveryRule() {
        Set<String> rows =
                ROWS.lines().map(row -> row.split("\\|", -1)[0].strip()).collect(Collectors.toSet());

        assertThat(rows)
                .containsAll(RULES.rules().stream().map(DiagnosisRule::id).toList());
    }

    @Test
    void saysOfEveryCauseWhoMendsItAndHow() {
        for (Cause cause : Cause.values()) {
            CauseCard card = RULES.card(cause);
            assertThat(card.zh()).as(cause.name()).isNotBlank();
            assertThat(card.adviceZh().length()).as(cause.name()).isBetween(1, 60);
            assertThat(card.repairs()).as(cause.name()).isNotEmpty();
        }
    }

    /** Evidence of another day, another place or an older version is none. */
    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource({
        "NO_FILING,      filed:EFFECTIVE@5,                  NO_FILING",
        "NO_FILING,      filed:SUBMITTED@1 filed:EFFECTIVE@5, NO_FILING",
        "FILING_EXPIRED, later,                              FILING_EXPIRED",
        "NO_FILING,      promise:KEPT,                       NO_FILING",
        "NO_FILING,      elsewhere,                          NO_FILING",
    })
    void isNotMisledByWhatDoesNotBearOnIt(String reason, String shown, Cause cause) {
        assertThat(RULES.diagnose(refusedFor(reason, null, shown)).cause()).isEqualTo(cause);
    }

    @Test
    void refusesABaseThatLeavesACauseWithoutARule() {
        List<CauseCard> cards = Arrays.stream(Cause.values()).map(RULES::card).toList();
        List<DiagnosisRule> twice = new ArrayList<>(RULES.rules());
        twice.add(new DiagnosisRule("R01", Set.of("X"), List.<Condition>of(), Cause.NO_FILING));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleBase(
                        cards,
                        RULES.rules().stream()
                                .filter(rule -> rule.cause() != Cause.NEIGHBOUR_DOWN)
                                .toList()))
                .withMessageContaining("NEIGHBOUR_DOWN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleBase(cards.subList(1, cards.size()), RULES.rules()))
                .withMessageContaining("no card");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleBase(cards, twice))
                .withMessageContaining("R01");
    }

    private static CorrectionCase refusedFor(String reason, @Nullable String message, @Nullable String shown) {
        Refusal refusal = Facts.refusal(
                Facts.subject(Facts.PERSON, 'a', new Reason(reason)), 1, REFUSED, message == null ? "不能结算" : message);
        CorrectionCase one = CorrectionCase.opened(refusal, NOW);
        for (String word : shown == null ? new String[0] : shown.split(" ", -1)) {
            one = shown(one, word);
        }
        return one;
    }

    private static CorrectionCase shown(CorrectionCase one, String word) {
        return switch (word) {
            case "IN_PROGRESS", "VISIT_CANCELLED" ->
                one.rechecked(Recheck.of(Recheck.Outcome.valueOf(word), NOW), List.of(), NOW);
            case "unlisted" ->
                one.rechecked(Facts.recheck(Recheck.Outcome.READY, NOW, List.of("XX9999")), List.of(), NOW);
            default -> one.learned(fact(word), NOW);
        };
    }

    private static Fact fact(String word) {
        String[] parts = word.split("[:@]", -1);
        return switch (parts[0]) {
            case "nothing" -> new NothingFiled(NOW);
            case "filed" -> filed(parts[1], Long.parseLong(parts[2]));
            case "elsewhere" -> Facts.filed('b', 1, 1, "330100");
            case "ended" -> filed("2019-01-01", "2019-09-09", "EFFECTIVE", 1);
            case "later" -> filed("2019-09-11", null, "EFFECTIVE", 1);
            case "promise" ->
                new PromiseStated("f" + "a".repeat(26), LocalDate.of(2019, 9, 1), parts[1], 1, Facts.minute(1));
            case "upload" -> new UploadStated("f" + "a".repeat(26), 1, 0, parts[1], 1, Facts.minute(1));
            case "card" ->
                new PersonStated("ACTIVE", List.of(new CardStated("PROVINCIAL_CARD", "321100", parts[1])), 2, NOW);
            case "insurance" -> new PersonStated(parts[1], List.of(), 2, NOW);
            case "institution" -> institution(parts[1]);
            case "connection" -> connection(parts[1]);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Filed filed(String state, long minute) {
        boolean isOver = state.equals("WITHDRAWN") || state.equals("LAPSED");
        return filed("2019-05-01", isOver ? "2019-08-31" : null, state, minute);
    }

    private static Filed filed(String from, @Nullable String to, String state, long minute) {
        return new Filed(
                "f" + "a".repeat(26),
                minute,
                Facts.minute(minute),
                Facts.SHANGHAI,
                "LONG_TERM_RESIDENT",
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                state);
    }

    private static Fact institution(String state) {
        if (state.equals("absent")) {
            return new InstitutionAbsent(Facts.ZHONGSHAN.value(), NOW);
        }
        boolean isWithoutLevel = state.equals("no-level");
        return new InstitutionStated(
                Facts.ZHONGSHAN.value(),
                "复旦大学附属中山医院",
                "310000",
                isWithoutLevel ? null : "L3",
                isWithoutLevel ? "OPEN" : state,
                3,
                NOW);
    }

    private static ConnectionStated connection(String from) {
        return new ConnectionStated(
                false,
                "NOT_CONNECTED",
                "未开通",
                "not open",
                Facts.DAY,
                from.equals("closed") ? null : LocalDate.parse(from),
                "row",
                1,
                "Z 五.2",
                "官方",
                NOW);
    }
}
