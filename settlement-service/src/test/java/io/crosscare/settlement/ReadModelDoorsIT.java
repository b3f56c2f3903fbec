package io.crosscare.settlement;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.Doors.Answer;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Mono;

/** Rebuilding copies by request, from neighbours that tell all they have. */
@SettlementServiceTest
class ReadModelDoorsIT {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void rebuildsWhatWasLostAndTakesBackWhatNobodyHas() throws InterruptedException {
        await(Mono.from(database.getCollection("copied_connectivity").deleteMany(new Document())));
        await(Mono.from(database.getCollection("copied_connectivity")
                .insertOne(new Document("_id", "110000-*-INPATIENT-OUTBOUND").append("version", 9L))));

        Answer begun = rebuild("{\"topics\":[\"registry.connectivity.v1\",\"registry.connectivity.v1\"]}")
                .expect(202);
        Answer ended = ended(begun.text("/id"));

        int rows = Neighbours.connectivityRows().size();
        assertThat(ended.body().at("/rebuild/failed").asBoolean()).isFalse();
        assertThat(ended.body().at("/rebuild/topics").size()).isEqualTo(1);
        assertThat(ended.text("/rebuild/topics/0/topic")).isEqualTo("registry.connectivity.v1");
        assertThat(ended.number("/rebuild/topics/0/records")).isEqualTo(rows);
        assertThat(ended.number("/rebuild/topics/0/missing")).isEqualTo(rows);
        assertThat(ended.number("/rebuild/topics/0/withdrawn")).isEqualTo(1);
        assertThat(ended.body().at("/rebuild/topics/0/done").asBoolean()).isTrue();
        assertThat(await(Mono.from(database.getCollection("copied_connectivity").countDocuments())))
                .isEqualTo(rows);
    }

    @Test
    void tellsOfEveryTopicAndRebuildsAllOfThemWhenNoneIsNamed() throws InterruptedException {
        String person = Doors.filedPerson();
        await(Mono.from(database.getCollection("copied_persons").deleteOne(Filters.eq("_id", person))));

        Answer ended = ended(rebuild("").expect(202).text("/id"));

        assertThat(ended.body().at("/topics").size()).isEqualTo(6);
        assertThat(ended.body().at("/topics/0/fresh").asBoolean()).isFalse();
        assertThat(ended.body().at("/rebuild/topics").size()).isEqualTo(6);
        assertThat(await(Mono.from(database.getCollection("copied_persons")
                        .find(Filters.eq("_id", person))
                        .first())))
                .containsEntry("insuredRegion", "321100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"topics\":[]}", "{\"topics\":[\"settlement.settlement.v1\"]}", "{\"topics\":[null]}"})
    void refusesATopicThatIsNotCopied(String body) {
        Answer refused = rebuild(body).expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo("topics");
        assertThat(refused.text("/errors/0/rule")).isEqualTo("copied-topic");
    }

    @Test
    void isForOperatorsAlone() {
        for (Caller other : new Caller[] {Doors.ZHENJIANG, Doors.ZHONGSHAN}) {
            doors.get(other, "/read-models").expect(403);
            doors.post(other, "/read-models/rebuilds", "{}", Doors.unique("rebuild"))
                    .expect(403);
        }
    }

    private Answer rebuild(String body) {
        return doors.post(Doors.OPERATOR, "/read-models/rebuilds", body, Doors.unique("rebuild"));
    }

    private Answer ended(String rebuild) throws InterruptedException {
        Instant deadline = Instant.now().plus(DEADLINE);
        Answer answer = doors.get(Doors.OPERATOR, "/read-models").expect(200);
        while (!answer.text("/rebuild/id").equals(rebuild)
                || answer.body().at("/rebuild/endedAt").isMissingNode()) {
            assertThat(Instant.now()).as(answer.raw()).isBefore(deadline);
            Thread.sleep(100);
            answer = doors.get(Doors.OPERATOR, "/read-models").expect(200);
        }
        return answer;
    }
}
