package io.crosscare.correction.desk;

import static io.crosscare.correction.desk.DeskWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CommentOnCase.Outcome;
import io.crosscare.correction.desk.model.CaseFile;
import io.crosscare.correction.desk.model.Comment;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Facts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class CommentOnCaseTest {

    private static final Author HOSPITAL = new Author(Author.Role.HOSPITAL, "H31000000001", "his");
    private static final Author AGENCY = new Author(Author.Role.AGENCY, "321100", "agency");
    private static final CaseSight OWN = new CaseSight.OfInstitution(Facts.ZHONGSHAN);
    private static final CaseSight OTHERS = new CaseSight.OfInstitution(new InstitutionCode("H31000000002"));

    private final DeskWorld desk = new DeskWorld();

    @BeforeEach
    void open() {
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
    }

    @Test
    void storesNoNumberOfAPersonThatWasPasted() {
        comment(OWN, HOSPITAL, "k1", "错误：身份证 999999190002300019，卡 A87654321，电话 13800000000，座机 0511-85340390");

        assertThat(texts()).containsExactly("错误：身份证 ***，卡 ***，电话 ***，座机 ***");
    }

    @Test
    void answersTheSameRequestWithTheSameComment() {
        Outcome first = comment(OWN, HOSPITAL, "k1", "请核对");
        Outcome again = comment(OWN, HOSPITAL, "k1", "请核对");

        assertThat(first).isInstanceOfSatisfying(Outcome.Written.class, written -> {
            assertThat(again).isEqualTo(new Outcome.Replayed(written.comment()));
        });
        assertThat(texts()).hasSize(1);
    }

    @Test
    void refusesTheSameKeyWithAnotherText() {
        comment(OWN, HOSPITAL, "k1", "请核对");

        assertThat(comment(OWN, HOSPITAL, "k1", "请再核对")).isEqualTo(new Outcome.KeyReused());
        assertThat(comment(OWN, HOSPITAL, "k1", "请核对 999999190002300019")).isEqualTo(new Outcome.KeyReused());
        assertThat(texts()).containsExactly("请核对");
    }

    @Test
    void keepsTheKeysOfTwoOrganisationsApart() {
        comment(OWN, HOSPITAL, "k1", "请核对");
        comment(new CaseSight.OfRegion(new RegionCode("321100")), AGENCY, "k1", "已备案");

        assertThat(texts()).containsExactly("请核对", "已备案");
    }

    @Test
    void writesNothingOnACaseOutOfSight() {
        assertThat(comment(OTHERS, HOSPITAL, "k1", "请核对")).isEqualTo(new Outcome.NotVisible());
        assertThat(texts()).isEmpty();
    }

    @Test
    void takesNoMoreThanACaseCanHold() {
        for (int i = 0; i < CaseFile.COMMENTS_MAX; i++) {
            assertThat(comment(OWN, HOSPITAL, "k" + i, "一")).isInstanceOf(Outcome.Written.class);
        }

        assertThat(comment(OWN, HOSPITAL, "one-more", "一")).isEqualTo(new Outcome.Full());
        assertThat(comment(OWN, HOSPITAL, "k0", "一")).isInstanceOf(Outcome.Replayed.class);
    }

    @Test
    void writesOnceWhenTheSameRequestComesManyTimesAtOnce() {
        List<Outcome> outcomes = Flux.range(0, 6)
                .flatMap(_ -> desk.commentOnCase
                        .comment(OWN, HOSPITAL, desk.stored().id(), new IdempotencyKey("k1"), "请核对")
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(texts()).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Written.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Replayed.class::isInstance).hasSize(5);
    }

    private Outcome comment(CaseSight sight, Author author, String key, String text) {
        return desk.commentOnCase
                .comment(sight, author, desk.stored().id(), new IdempotencyKey(key), text)
                .blockOptional()
                .orElseThrow();
    }

    private List<String> texts() {
        return desk.stored().file().comments().stream().map(Comment::text).toList();
    }
}
