package io.crosscare.correction.desk.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.TestDatabase;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.CorrectionCases.OpenCount;
import io.crosscare.correction.desk.CorrectionCases.Query;
import io.crosscare.correction.desk.CorrectionCasesContract;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.WorkFilter;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Stage;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Cases in the store of the tests. */
class MongoCorrectionCasesIT extends CorrectionCasesContract {

    private static final MongoDatabase DATABASE = TestDatabase.with(MongoCorrectionCases.indexes());
    private static final CorrectionCases CASES = new MongoCorrectionCases(DATABASE);

    @Override
    protected CorrectionCases cases() {
        return CASES;
    }

    @Test
    void readsCasesFromBeforeThereWasAnyWorkOnThem() {
        PersonId person = RandomIds.secure().nextPersonId();
        CorrectionCase opened = CorrectionCase.opened(
                        Facts.refusal(Facts.subject(person, 'a', Facts.NO_FILING), 1, Facts.minute(2)),
                        Facts.minute(60))
                .dated(DeskWorld.TERMS);
        CASES.add(opened).block();
        Mono.from(DATABASE.getCollection("cases")
                        .updateOne(
                                Filters.eq("_id", opened.id().value()),
                                Updates.combine(
                                        Updates.unset("handling"),
                                        Updates.unset("dueAt"),
                                        Updates.unset("nextAt"),
                                        Updates.unset("changes.0.standing"))))
                .block();

        CorrectionCase old = CASES.find(opened.id()).blockOptional().orElseThrow();
        Stage stage = old.file().handling().stage();

        assertThat(stage).isInstanceOf(Stage.Waiting.class);
        assertThat(stage.station().office().level()).isEqualTo(Level.HOSPITAL);
        assertThat(stage.station().dues()).isNull();
        assertThat(old.file().changes().getFirst().standing()).isNull();
        assertThat(CASES.due(Facts.minute(60), 10_000)
                        .map(CorrectionCase::id)
                        .collectList()
                        .block())
                .contains(opened.id());
        assertThat(CASES.list(new Query(new CaseSight.OfPerson(person), null, null, null, null, null, null, null, 10))
                        .map(summary -> summary.stage())
                        .collectList()
                        .block())
                .containsExactly(stage);
        assertThat(CASES.openCounts(new CaseSight.OfPerson(person), WorkFilter.NONE)
                        .collectList()
                        .block())
                .containsExactly(new OpenCount(Level.HOSPITAL, Facts.NO_FILING, null, 1));
        assertThat(CASES.replace(old.dated(DeskWorld.TERMS)).block()).isTrue();
        assertThat(CASES.due(Facts.minute(60), 10_000)
                        .map(CorrectionCase::id)
                        .collectList()
                        .block())
                .doesNotContain(opened.id());
    }
}
