package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.Doors.Answer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** Unmasked reads through the doors, and who may see that they happened. */
@FilingServiceTest
@ExtendWith(OutputCaptureExtension.class)
class DisclosureDoorsIT {

    private static final String REASON = "{\"reason\":\"窗口核对身份\"}";

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
    void showsTheAgencyEverythingAndThePersonWhoReadIt() {
        String identityNumber = Doors.identityNumber();
        String personId = doors.register(Doors.person(Doors.unique("N"), identityNumber));

        Answer shown = disclose(Doors.ZHENJIANG, personId, REASON).expect(200);
        Answer trail =
                doors.get(Doors.insured(personId), "/personal-data-reads").expect(200);

        assertThat(shown.text("/identityNumber")).isEqualTo(identityNumber);
        assertThat(shown.text("/name")).isEqualTo("王测试");
        assertThat(shown.text("/cards/0/number")).isEqualTo("A87654321");
        assertThat(trail.body().at("/items")).hasSize(1);
        assertThat(trail.text("/items/0/by")).isEqualTo("agency-zhenjiang");
        assertThat(trail.text("/items/0/agencyRegion")).isEqualTo("321100");
        assertThat(trail.text("/items/0/door")).isEqualTo("POST /insured-persons/{personId}/disclosures");
        assertThat(trail.text("/items/0/reason")).isEqualTo("窗口核对身份");
        assertThat(trail.text("/items/0/traceId")).matches("[0-9a-f]{32}");
        assertThat(doors.get(Doors.ZHENJIANG, "/personal-data-reads?personId=" + personId)
                        .expect(200)
                        .body())
                .isEqualTo(trail.body());
    }

    @Test
    void showsNobodyElseAnything() {
        String personId = doors.registerRetiree();

        disclose(Doors.NANJING, personId, REASON).expect(404);
        for (Caller caller :
                new Caller[] {Doors.HOSPITAL, Doors.OPERATOR, Doors.PLATFORM, Doors.SERVICE, Doors.insured(personId)}) {
            disclose(caller, personId, REASON).expect(403);
        }
        disclose(Doors.ZHENJIANG, Doors.UNKNOWN_PERSON, REASON).expect(404);

        assertThat(doors.get(Doors.ZHENJIANG, "/personal-data-reads?personId=" + personId)
                        .expect(200)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void hidesTheTrailFromWhomItDoesNotConcern() {
        String personId = doors.registerRetiree();
        String path = "/personal-data-reads?personId=" + personId;

        doors.get(Doors.NANJING, path).expect(404);
        doors.get(Doors.insured(Doors.UNKNOWN_PERSON), path).expect(404);
        doors.get(Doors.HOSPITAL, path).expect(403);
        doors.get(Doors.OPERATOR, path).expect(403);
        doors.get(Doors.SERVICE, path).expect(403);
    }

    @Test
    void givesTheTrailPageByPage() {
        String personId = doors.registerRetiree();
        for (int i = 0; i < 3; i++) {
            disclose(Doors.ZHENJIANG, personId, REASON).expect(200);
        }
        String path = "/personal-data-reads?personId=" + personId + "&limit=2";

        Answer first = doors.get(Doors.ZHENJIANG, path).expect(200);
        Answer second = doors.get(Doors.ZHENJIANG, path + "&cursor=" + first.text("/nextCursor"))
                .expect(200);
        Answer before = doors.get(Doors.ZHENJIANG, path + "&to=2019-09-10").expect(200);

        assertThat(first.body().at("/items")).hasSize(2);
        assertThat(second.body().at("/items")).hasSize(1);
        assertThat(second.body().has("nextCursor")).isFalse();
        assertThat(before.body().at("/items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}|reason|required", "{\"reason\":\" \"}|reason|required", "{\"why\":\"x\"}|why|unknown-field"})
    void asksForAReason(String body, String field, String rule) {
        Answer refused =
                disclose(Doors.ZHENJIANG, doors.registerRetiree(), body).expect(400);

        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "'',personId,required",
        "?personId=p1,personId,person-id",
        "?from=today,from,date",
        "?from=2019-09-10&to=2019-09-09,to,period",
        "?limit=0,limit,range",
        "?cursor=x,cursor,cursor"
    })
    void namesTheFieldAndTheRule(String query, String field, String rule) {
        Answer refused =
                doors.get(Doors.ZHENJIANG, "/personal-data-reads" + query).expect(400);

        assertThat(refused.body().at("/errors").valueStream()).anySatisfy(error -> {
            assertThat(error.path("field").asString()).isEqualTo(field);
            assertThat(error.path("rule").asString()).isEqualTo(rule);
        });
    }

    @Test
    void leavesNoPersonalDataInTrailOrLogs(CapturedOutput output) {
        String identityNumber = Doors.identityNumber();
        String personId = doors.register(Doors.person(Doors.unique("N"), identityNumber));
        disclose(Doors.ZHENJIANG, personId, "{\"reason\":\"核对" + identityNumber + "电话13911112222\"}")
                .expect(200);

        String stored = Flux.from(database.getCollection("personal_data_reads").find())
                .map(Document::toJson)
                .collectList()
                .blockOptional()
                .orElseThrow()
                .toString();

        assertThat(stored).contains(personId).doesNotContain(identityNumber, "13911112222", "王测试", "A87654321");
        assertThat(output.getAll()).doesNotContain(identityNumber, "13911112222");
    }

    private Answer disclose(Caller caller, String personId, String body) {
        return doors.post(caller, "/insured-persons/" + personId + "/disclosures", body);
    }
}
