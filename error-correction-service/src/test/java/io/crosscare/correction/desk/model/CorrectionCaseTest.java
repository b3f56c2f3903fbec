package io.crosscare.correction.desk.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.desk.model.Change.Kind;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Fact.Settled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The states of a case by what was heard, one line each. {@code R1@2} is refusal number 1 of minute 2, {@code S3@4} the
 * settlement at place 3 of the chain in minute 4, {@code U5@6/3} its undo at place 5 in minute 6.
 */
class CorrectionCaseTest {

    private static final Instant NOW = Facts.minute(60);

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        // heard,                        state,    refusals, evidence, steps
        "R1@2,                           OPEN,     1,  ,  OPENED",
        "R1@2 R2@3 R3@4,                 OPEN,     3,  ,  OPENED",
        "R1@2 R1@2 R1@2,                 OPEN,     1,  ,  OPENED",
        "R1@2 S3@4,                      RESOLVED, 1, 3,  OPENED RESOLVED",
        // recorded in the same millisecond: the settlement follows
        "R1@2 S3@2,                      RESOLVED, 1, 3,  OPENED RESOLVED",
        // a settlement before the refusal proves nothing of the cause
        "R1@4 S3@2,                      OPEN,     1,  ,  OPENED",
        "R1@2 S3@4 S3@4,                 RESOLVED, 1, 3,  OPENED RESOLVED",
        // an undo leaves it closed
        "R1@2 S3@4 U5@6/3,               RESOLVED, 1, 3,  OPENED RESOLVED",
        "R1@2 S3@4 U5@6/3 S6@7,          RESOLVED, 1, 3,  OPENED RESOLVED",
        // the same cause returns
        "R1@2 S3@4 U5@6/3 R2@8,          OPEN,     2,  ,  OPENED RESOLVED REOPENED",
        "R1@2 S3@4 U5@6/3 R2@8 S6@9,     RESOLVED, 2, 6,  OPENED RESOLVED REOPENED RESOLVED",
        // a refusal heard late is no return
        "R2@3 S3@4 R1@2,                 RESOLVED, 2, 3,  OPENED RESOLVED",
        "R1@2 S3@4 R1@2,                 RESOLVED, 1, 3,  OPENED RESOLVED",
        // a return heard before what it returns from
        "R1@2 R2@8 S3@4,                 OPEN,     2,  ,  OPENED",
        "R1@2 R2@8 S3@4 S6@9,            RESOLVED, 2, 6,  OPENED RESOLVED",
    })
    void standsByWhatWasHeard(String heard, CaseState state, long refusals, @Nullable Long evidence, String steps) {
        CorrectionCase one = hear(Facts.NO_FILING, heard);

        assertThat(one.state()).isEqualTo(state);
        assertThat(one.file().refusals().count()).isEqualTo(refusals);
        assertThat(evidenceOf(one)).isEqualTo(evidence);
        assertThat(one.file().changes().stream().map(change -> change.kind().name()))
                .containsExactly(steps.split(" ", -1));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "R1@4,            OPEN,     ",
        "R1@4 S3@2,       RESOLVED, 3",
        "R1@4 S3@2 S5@6,  RESOLVED, 5",
        "R1@4 R2@5 S3@2,  RESOLVED, 3",
    })
    void whatIsSettledAlreadyEndsWithTheSettlementItRanInto(String heard, CaseState state, @Nullable Long evidence) {
        CorrectionCase one = hear(Reason.ALREADY_SETTLED, heard);

        assertThat(one.state()).isEqualTo(state);
        assertThat(evidenceOf(one)).isEqualTo(evidence);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesOutTheSameInWhateverOrderAndHoweverOftenItHears(long seed) {
        Random random = new Random(seed);
        List<String> history = List.of("R1@2", "R2@3", "S3@4", "U5@6/3", "R3@8", "R4@9", "S6@10", "U7@11/6");
        CorrectionCase inOrder = hear(Facts.NO_FILING, String.join(" ", history));

        List<String> shuffled = new ArrayList<>(history);
        IntStream.range(0, 12).forEach(_ -> shuffled.add(history.get(random.nextInt(history.size()))));
        Collections.shuffle(shuffled, random);
        // A case begins with a refusal, whatever is heard of its scope before.
        String first = shuffled.stream()
                .filter(word -> word.startsWith("R"))
                .findFirst()
                .orElseThrow();
        CorrectionCase outOfOrder = hear(Facts.NO_FILING, first + " " + String.join(" ", shuffled));

        assertThat(outOfOrder.state()).as("seed %d", seed).isEqualTo(inOrder.state());
        assertThat(evidenceOf(outOfOrder)).isEqualTo(evidenceOf(inOrder));
        assertThat(outOfOrder.file().refusals()).isEqualTo(inOrder.file().refusals());
        assertThat(outOfOrder.file().entries()).isEqualTo(inOrder.file().entries());
    }

    @Test
    void answersTheSameCaseWhenItHearsNothingNew() {
        CorrectionCase one = hear(Facts.NO_FILING, "R1@2 S3@4").learned(Facts.filed('a', 1, 3, "310000"), NOW);

        assertThat(one.refused(Facts.refusal(1, 2), NOW)).isSameAs(one);
        assertThat(one.entered(Facts.settled(3, 4), NOW)).isSameAs(one);
        assertThat(one.learned(Facts.filed('a', 1, 3, "310000"), NOW)).isSameAs(one);
    }

    @Test
    void tellsEachStepWithHowTheCaseStoodThen() {
        List<Change> changes = hear(Facts.NO_FILING, "R1@2 R2@3 S3@4").file().changes();

        assertThat(changes).extracting(Change::seq).containsExactly(1L, 2L);
        assertThat(changes.getFirst().refusals()).isEqualTo(1);
        assertThat(changes.getFirst().evidence()).isNull();
        assertThat(changes.getLast().refusals()).isEqualTo(2);
        assertThat(changes.getLast().evidence()).isEqualTo(Facts.settled(3, 4));
        assertThat(changes.getLast().at()).isEqualTo(NOW);
    }

    @Test
    void asksBothNeighboursWhenItOpensAndAgainWhenItReopens() {
        CorrectionCase opened = hear(Facts.NO_FILING, "R1@2");
        CorrectionCase answered = opened.answered(Source.FILING, List.of(new NothingFiled(Facts.minute(3))), NOW)
                .answered(Source.REGISTRY, List.of(), NOW);
        CorrectionCase reopened = answered.entered(Facts.settled(3, 4), NOW).refused(Facts.refusal(2, 8), NOW);

        assertThat(opened.file().awaited()).containsExactlyInAnyOrder(Source.values());
        assertThat(answered.file().awaited()).isEmpty();
        assertThat(answered.file().facts()).containsExactly(new NothingFiled(Facts.minute(3)));
        assertThat(answered.answered(Source.FILING, List.of(new NothingFiled(Facts.minute(5))), NOW))
                .isSameAs(answered);
        assertThat(reopened.file().awaited()).containsExactlyInAnyOrder(Source.values());
        assertThat(reopened.file().facts()).containsExactly(new NothingFiled(Facts.minute(3)));
    }

    @ParameterizedTest(name = "filed for {0} in minute {1}: {2}")
    @CsvSource({
        "310000, 3, true",
        "310000, 2, true",
        "310000, 1, false",
        "330100, 3, false",
    })
    void isConcernedByFilingsForItsCareRegionSinceTheRefusal(String careRegion, long minute, boolean concerned) {
        CorrectionCase one = hear(Facts.NO_FILING, "R1@2 R2@5");

        assertThat(one.isConcernedBy(Facts.filed('a', 1, minute, careRegion))).isEqualTo(concerned);
    }

    @Test
    void takesACommentOncePerKeyInWhateverState() {
        CorrectionCase open = hear(Facts.NO_FILING, "R1@2").commented(Facts.comment("k1", "请核对"), NOW);
        CorrectionCase resolved = open.entered(Facts.settled(3, 4), NOW).commented(Facts.comment("k2", "已办"), NOW);

        assertThat(open.commented(Facts.comment("k1", "另一段"), NOW)).isSameAs(open);
        assertThat(resolved.state()).isEqualTo(CaseState.RESOLVED);
        assertThat(resolved.file().comments()).extracting(Comment::text).containsExactly("请核对", "已办");
        assertThat(resolved.file().changes())
                .extracting(Change::kind)
                .containsExactly(Kind.OPENED, Kind.COMMENTED, Kind.RESOLVED, Kind.COMMENTED);
    }

    @Test
    void staysBoundedHoweverMuchItHears() {
        CorrectionCase one = hear(Facts.NO_FILING, "R1@1");
        for (int i = 2; i <= 500; i++) {
            one = one.refused(Facts.refusal(i, i), NOW)
                    .learned(Facts.filed('a', i, i, "310000"), NOW)
                    .entered(Facts.undone(i, i, 1), NOW)
                    .commented(Facts.comment("k" + i, "t"), NOW);
        }
        CaseFile file = one.file();

        assertThat(file.refusals().count()).isEqualTo(500);
        assertThat(file.refusals().kept()).hasSize(RefusalHistory.RECENT_MAX + 1);
        assertThat(file.refusals().kept().getFirst().sequence()).isEqualTo(1);
        assertThat(file.refusals().last().sequence()).isEqualTo(500);
        assertThat(file.facts()).hasSize(CaseFile.FACTS_MAX);
        assertThat(file.entries()).hasSize(CaseFile.ENTRIES_MAX);
        assertThat(file.comments()).hasSize(CaseFile.COMMENTS_MAX);
        assertThat(one.entered(Facts.undone(2, 2, 1), NOW)).isSameAs(one);
        assertThat(one.learned(Facts.filed('a', 2, 2, "310000"), NOW)).isSameAs(one);
    }

    @Test
    void keepsEveryStepUntilItIsPublished() {
        CorrectionCase one = hear(Facts.NO_FILING, "R1@1");
        for (int i = 0; i < CaseFile.COMMENTS_MAX; i++) {
            one = one.commented(Facts.comment("k" + i, "t"), NOW);
        }
        CaseFile unpublished = one.file();
        CaseFile published = announced(one, unpublished.seq());

        assertThat(unpublished.changes()).hasSize(CaseFile.COMMENTS_MAX + 1);
        assertThat(new CorrectionCase.Open(published)
                        .entered(Facts.settled(3, 4), NOW)
                        .file()
                        .changes())
                .hasSize(CaseFile.CHANGES_MAX)
                .extracting(Change::kind)
                .endsWith(Kind.RESOLVED);
    }

    private static CaseFile announced(CorrectionCase one, long seq) {
        CaseFile file = one.file();
        return new CaseFile(
                file.subject(),
                file.refusals(),
                file.entries(),
                file.facts(),
                file.awaited(),
                file.comments(),
                file.work(),
                file.handling(),
                file.changes(),
                file.seq(),
                seq,
                file.version());
    }

    private static @Nullable Long evidenceOf(CorrectionCase one) {
        return one instanceof CorrectionCase.Resolved(var _, Settled evidence) ? evidence.seq() : null;
    }

    private static CorrectionCase hear(Reason reason, String words) {
        CorrectionCase heard = null;
        for (String word : words.trim().split("\\s+", -1)) {
            String[] parts = word.substring(1).split("[@/]", -1);
            long number = Long.parseLong(parts[0]);
            long minute = Long.parseLong(parts[1]);
            if (heard == null) {
                heard = CorrectionCase.opened(refusal(reason, number, minute), NOW);
                continue;
            }
            heard = switch (word.charAt(0)) {
                case 'R' -> heard.refused(refusal(reason, number, minute), NOW);
                case 'S' -> heard.entered(Facts.settled(number, minute), NOW);
                case 'U' -> heard.entered(Facts.undone(number, minute, Long.parseLong(parts[2])), NOW);
                default -> throw new IllegalArgumentException(word);
            };
        }
        if (heard == null) {
            throw new IllegalArgumentException("nothing heard");
        }
        return heard;
    }

    private static Refusal refusal(Reason reason, long number, long minute) {
        return Facts.refusal(Facts.subject(Facts.PERSON, 'a', reason), number, Facts.minute(minute));
    }
}
