package io.crosscare.correction.desk.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.deadline.pack.TermsPack;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The work on a case, one line each. The letter says who: {@code h} the hospital, {@code c} the care region's agency, {@code i} the
 * insured region's, {@code p} the province's; {@code o} another hospital. The refusal comes from Shanghai, the person from
 * Zhenjiang; {@code -C}, {@code -I}, {@code -P} take the agency of that level out of the suite. {@code S} is a settlement,
 * {@code R} another refusal, {@code t} a day that passes.
 */
class WorkStepsTest {

    private static final Terms TERMS = TermsPack.load("/deadlines.json");

    private Instant now = Facts.minute(60);
    private final Set<Level> known = new HashSet<>(Set.of(Level.values()));
    private CorrectionCase one = CorrectionCase.opened(Facts.refusal(1, 2), now).dated(TERMS);
    private @Nullable Stop stopped;
    private int orders;

    @ParameterizedTest(name = "{0} → {1} at {2}, {3}")
    @CsvSource({
        // what is done,                       stage,   level,          stopped by
        "'',                                   WAITING, HOSPITAL,       ",
        "h:take,                               TAKEN,   HOSPITAL,       ",
        "h:take h:escalate,                    WAITING, CARE_AGENCY,    ",
        "h:escalate c:take,                    TAKEN,   CARE_AGENCY,    ",
        "h:escalate c:return,                  WAITING, HOSPITAL,       ",
        "h:escalate c:take c:return,           WAITING, HOSPITAL,       ",
        "h:escalate c:escalate i:escalate,     WAITING, PROVINCE,       ",
        "h:escalate c:escalate i:return,       WAITING, CARE_AGENCY,    ",
        "h:escalate c:escalate p:take,         TAKEN,   INSURED_AGENCY, ",
        // resolved, by hand and by a settlement
        "h:take h:resolve,                     DONE,    HOSPITAL,       ",
        "h:escalate c:take c:resolve h:reopen, WAITING, CARE_AGENCY,    ",
        "h:escalate S,                         DONE,    CARE_AGENCY,    ",
        "h:escalate S i:reopen,                WAITING, CARE_AGENCY,    ",
        "h:escalate S R,                       WAITING, CARE_AGENCY,    ",
        "h:take h:resolve R,                   WAITING, HOSPITAL,       ",
        // outside, by letter
        "-C h:escalate,                        OUTSIDE, CARE_AGENCY,    ",
        "-C h:escalate h:return,               WAITING, HOSPITAL,       ",
        "-C h:escalate h:escalate,             WAITING, INSURED_AGENCY, ",
        "-C h:escalate h:escalate i:return,    WAITING, HOSPITAL,       ",
        "-I h:escalate c:escalate,             OUTSIDE, INSURED_AGENCY, ",
        "-I h:escalate c:escalate c:resolve,   DONE,    INSURED_AGENCY, ",
        "-I h:escalate c:escalate c:escalate,  WAITING, PROVINCE,       ",
        "-C -I -P h:escalate h:escalate h:escalate, OUTSIDE, PROVINCE,  ",
        // what is not possible changes nothing
        "h:return,                             WAITING, HOSPITAL,       NotFrom",
        "h:resolve,                            WAITING, HOSPITAL,       NotFrom",
        "h:reopen,                             WAITING, HOSPITAL,       NotFrom",
        "h:take h:take,                        TAKEN,   HOSPITAL,       NotFrom",
        "h:take h:resolve h:take,              DONE,    HOSPITAL,       NotFrom",
        "S h:escalate,                         DONE,    HOSPITAL,       NotFrom",
        "h:escalate c:escalate i:escalate p:escalate, WAITING, PROVINCE, NotFrom",
        "-C h:escalate h:take,                 OUTSIDE, CARE_AGENCY,    NotFrom",
        "c:take,                               WAITING, HOSPITAL,       NotYours",
        "o:take,                               WAITING, HOSPITAL,       NotYours",
        "h:escalate h:take,                    WAITING, CARE_AGENCY,    NotYours",
        "h:escalate i:take,                    WAITING, CARE_AGENCY,    NotYours",
        "-C h:escalate c:return,               OUTSIDE, CARE_AGENCY,    NotYours",
    })
    void leadsWhereItShould(String done, Stage.Name stage, Level level, @Nullable String stop) {
        act(done);

        assertThat(one.file().handling().stage().name()).isEqualTo(stage);
        assertThat(one.file().handling().stage().station().office().level()).isEqualTo(level);
        assertThat(stopped == null ? null : stopped.getClass().getSimpleName()).isEqualTo(stop);
        assertThat(one.state()).isEqualTo(stage == Stage.Name.DONE ? CaseState.RESOLVED : CaseState.OPEN);
    }

    @ParameterizedTest(name = "{0} → {1} at {2}")
    @CsvSource({
        // day by day: reminded and passed on, each office for its term
        "t,                       WAITING, CARE_AGENCY,    ESCALATED",
        "t t,                     WAITING, INSURED_AGENCY, ESCALATED ESCALATED",
        "t t t,                   WAITING, PROVINCE,       ESCALATED ESCALATED ESCALATED",
        // taken in time: it stays for two working days
        "h:take t,                TAKEN,   HOSPITAL,       TAKEN",
        "h:take t t,              TAKEN,   HOSPITAL,       TAKEN",
        "h:take t t t,            WAITING, CARE_AGENCY,    TAKEN ESCALATED",
        // no agency to pass it on to
        "-C t t,                  OUTSIDE, CARE_AGENCY,    SENT_OUTSIDE",
        "-C h:escalate t t t,     WAITING, INSURED_AGENCY, SENT_OUTSIDE ESCALATED",
        // the last office is reminded, and told once that it is late
        "h:escalate c:escalate i:escalate t t t t t t t t, WAITING, PROVINCE, ESCALATED ESCALATED ESCALATED OVERDUE",
        // what is resolved hears nothing
        "S t t t t,               DONE,    HOSPITAL,       ''",
        "h:take h:resolve t t t t, DONE,   HOSPITAL,       TAKEN RESOLVED",
    })
    void hearsWhatTimeItIs(String done, Stage.Name stage, Level level, String acts) {
        act(done);

        assertThat(one.file().handling().stage().name()).isEqualTo(stage);
        assertThat(one.file().handling().stage().station().office().level()).isEqualTo(level);
        assertThat(one.file().handling().acts().stream().map(act -> act.kind().name()))
                .containsExactly(acts.isEmpty() ? new String[0] : acts.split(" ", -1));
    }

    @Test
    void countsTheTermOfTheNextOfficeFromWhenItGetsTheCaseHoweverLateThatIs() {
        now = now.plus(Duration.ofDays(30));

        one = one.timed(offices(), now).dated(TERMS);

        Station station = one.file().handling().stage().station();
        assertThat(station.office().level()).isEqualTo(Level.CARE_AGENCY);
        assertThat(station.arrivedAt()).isEqualTo(now);
        assertThat(one.timed(offices(), now)).isSameAs(one);
    }

    @Test
    void isNoEvidenceWhatWasSettledBeforeItWasReopenedByHand() {
        act("h:take S h:reopen");
        CorrectionCase told = one.learned(Facts.filed('a', 1, 3, "310000"), now);

        assertThat(told.state()).isEqualTo(CaseState.OPEN);
        assertThat(told.file().awaited()).isNotEmpty();
        assertThat(told.entered(Facts.settled(Facts.PERSON, 9, now), now).state())
                .isEqualTo(CaseState.RESOLVED);
    }

    @Test
    void becomesProvenWhenASettlementFollowsAWordOfHand() {
        act("h:take h:resolve");
        CorrectionCase byHand = one;

        act("S");

        assertThat(byHand).isInstanceOf(CorrectionCase.ResolvedByHand.class);
        assertThat(one).isInstanceOf(CorrectionCase.Resolved.class);
        assertThat(one.file().changes().getLast().evidence()).isNotNull();
    }

    @Test
    void carriesTheSameRequestOutOnce() {
        Order order = order("h:escalate", 1);

        CorrectionCase once = one.ordered(order, now);

        assertThat(once.ordered(order, now)).isSameAs(once);
        assertThat(once.file().handling().acts()).hasSize(1);
    }

    @Test
    void keepsEveryActOfPeopleAndLetsThemDoNoMoreWhenItIsFull() {
        for (int i = 0; i < Handling.ACTS_MAX; i++) {
            act(i % 2 == 0 ? "h:escalate" : "c:return");
        }

        act("h:take");
        CorrectionCase later = one.timed(offices(), now.plus(Duration.ofDays(7)));

        assertThat(stopped).isEqualTo(new Stop.Full());
        assertThat(one.file().handling().acts()).hasSize(Handling.ACTS_MAX).allMatch(act -> act.by() != null);
        assertThat(later.file().handling().stage().station().office().level()).isEqualTo(Level.CARE_AGENCY);
        assertThat(later.file().handling().acts())
                .isEqualTo(one.file().handling().acts());
    }

    @Test
    void tellsTheDeadlinesOfTheNextOfficeWithTheStepThatLedThere() {
        act("h:escalate");

        Standing standing =
                Objects.requireNonNull(one.file().changes().getLast().standing());
        assertThat(standing.dues())
                .isEqualTo(one.file().handling().stage().station().dues());
        assertThat(standing.office()).isEqualTo(new Office(Level.CARE_AGENCY, "310000"));
    }

    @ParameterizedTest(name = "insured {0} care {1}: {2}")
    @CsvSource({
        "321100, 310000, HOSPITAL CARE_AGENCY INSURED_AGENCY PROVINCE",
        // the same agency on both sides
        "321100, 321100, HOSPITAL CARE_AGENCY PROVINCE",
        // a province or municipality that insures is its own province
        "310000, 321100, HOSPITAL CARE_AGENCY INSURED_AGENCY",
        "321102, 321100, HOSPITAL CARE_AGENCY INSURED_AGENCY PROVINCE",
    })
    void passesACaseOnByRegion(String insured, String care, String levels) {
        List<Office> line = Office.lineOf(Facts.refusal(
                Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING),
                1,
                Facts.minute(2),
                Facts.ZHONGSHAN,
                new RegionCode(insured),
                new RegionCode(care)));

        assertThat(line.stream().map(office -> office.level().name())).containsExactly(levels.split(" ", -1));
    }

    private void act(String done) {
        for (String word : done.isEmpty() ? new String[0] : done.split(" ", -1)) {
            now = now.plusSeconds(1);
            stopped = null;
            switch (word.charAt(0)) {
                case '-' -> known.remove(level(word.charAt(1)));
                case 'S' -> one = one.entered(Facts.settled(Facts.PERSON, ++orders, now), now);
                case 'R' ->
                    one = one.refused(
                            Facts.refusal(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING), ++orders + 1000, now),
                            now);
                case 't' -> {
                    now = now.plus(Duration.ofDays(1));
                    one = one.timed(offices(), now);
                }
                default -> {
                    Order order = order(word, ++orders);
                    stopped = one.stops(order).orElse(null);
                    one = one.ordered(order, now);
                }
            }
            one = one.dated(TERMS);
        }
    }

    private static Level level(char letter) {
        return switch (letter) {
            case 'C' -> Level.CARE_AGENCY;
            case 'I' -> Level.INSURED_AGENCY;
            case 'P' -> Level.PROVINCE;
            default -> throw new IllegalArgumentException("no level " + letter);
        };
    }

    private Order order(String word, int number) {
        Author by = author(word.charAt(0));
        Receipt receipt = new Receipt("k" + number, word);
        return switch (word.substring(2)) {
            case "take" -> new Order.Take(by, receipt);
            case "return" -> new Order.Return(by, receipt, "请补充");
            case "escalate" -> new Order.Escalate(by, receipt, "请协查", offices());
            case "resolve" -> new Order.Resolve(by, receipt, "已现金结算，回参保地报销");
            case "reopen" -> new Order.Reopen(by, receipt, "仍不能结算");
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Author author(char letter) {
        return switch (letter) {
            case 'h' -> new Author(Author.Role.HOSPITAL, Facts.ZHONGSHAN.value(), "his");
            case 'o' -> new Author(Author.Role.HOSPITAL, "H31000000002", "his");
            case 'c' -> new Author(Author.Role.AGENCY, "310000", "shanghai");
            case 'i' -> new Author(Author.Role.AGENCY, "321100", "zhenjiang");
            case 'p' -> new Author(Author.Role.AGENCY, "320000", "jiangsu");
            default -> throw new IllegalArgumentException("nobody " + letter);
        };
    }

    private Set<Office> offices() {
        Set<Office> offices = new HashSet<>(Office.lineOf(one.file().firstRefusal()));
        offices.removeIf(office -> !known.contains(office.level()));
        return offices;
    }
}
