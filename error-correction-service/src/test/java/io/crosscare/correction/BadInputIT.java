package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.correction.Doors.Answer;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Mono;

/** Bad input at every door: the field and the rule are named, the value is not, and nothing has changed. */
@CorrectionServiceTest
class BadInputIT {

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private final String person = Doors.newPerson();
    private Doors doors;
    private String id = "";

    @BeforeEach
    void open() {
        doors = new Doors(port);
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        id = doors.awaitCase(person, one -> Doors.isOpen(one) && Doors.isAnswered(one) && isTold(one.text("/id")))
                .text("/id");
    }

    @ParameterizedTest
    @CsvSource({
        "state=LIVE,state,one-of",
        "state=open,state,one-of",
        "reason=no-filing,reason,one-of",
        "reason=NO_SUCH_REASON,reason,one-of",
        "reason=%7B%24ne%3A1%7D,reason,one-of",
        "institution=H1,institution,institution-code",
        "insuredRegion=3211,insuredRegion,region-code",
        "insuredRegion=999999,insuredRegion,region-code",
        "careRegion=上海,careRegion,region-code",
        "personId=p1,personId,person-id",
        "region=3211,region,region-code",
        "level=NATION,level,one-of",
        "stage=LOST,stage,one-of",
        "office=H1,office,office",
        "minDays=-1,minDays,range",
        "minDays=3651,minDays,range",
        "dueBefore=tomorrow,dueBefore,instant",
        "late=yes,late,flag",
        "limit=0,limit,range",
        "sate=OPEN,sate,unknown-field",
        "limit=201,limit,range",
        "limit=many,limit,range",
        "cursor=x,cursor,cursor",
        "cursor=%24where,cursor,cursor",
        "cursor=MTIzNA,cursor,cursor",
    })
    void listingNamesTheFieldAndTheRule(String query, String field, String rule) {
        assertRefused(
                () -> doors.get(Doors.ZHENJIANG, "/correction-cases?" + query.replace("上海", "%E4%B8%8A%E6%B5%B7")),
                field,
                rule);
    }

    @Test
    void showsTheFormOfAnInstant() {
        String problem = doors.get(Doors.ZHENJIANG, "/correction-cases?dueBefore=2026-11-27")
                .expect(400)
                .text("/errors/0/message");

        assertThat(problem).isEqualTo("must be an instant in UTC such as 2026-11-27T02:00:00Z");
    }

    @Test
    void whatCanBeNoIdIsNotThere() {
        doors.get(Doors.ZHENJIANG, "/correction-cases/c1").expect(404);
        doors.get(Doors.ZHENJIANG, "/correction-cases/" + "c".repeat(500)).expect(404);
        doors.post(Doors.ZHONGSHAN, path("c1"), "{\"text\":\"请核对\"}", Doors.newKey())
                .expect(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|text|required",
                "{\"text\":null}|text|required",
                "{\"text\":\"  \"}|text|required",
                "{\"text\":\"\\u0000\"}|text|text",
                "{\"text\":\"a\\u001b[31mb\"}|text|text",
                "{\"text\":\"\\ud800\"}|text|text",
                "{\"text\":5}|text|type",
                "{\"text\":{\"$ne\":\"\"}}|text|type",
                "{\"text\":[\"a\"]}|text|type",
                "{\"text\":\"a\",\"role\":\"AGENCY\"}|role|unknown-field",
                "[]|body|type",
                "{|body|json",
            })
    void commentingNamesTheFieldAndTheRule(String body, String field, String rule) {
        assertRefused(() -> comment(body, Doors.newKey()), field, rule);
    }

    @Test
    void commentingRefusesTooLongATextAndTakesTheLongestWithLineBreaks() {
        String longest = "x\\n\\t" + "字".repeat(1_997);

        assertRefused(() -> comment("{\"text\":\"" + longest + "字\"}", Doors.newKey()), "text", "text");
        comment("{\"text\":\"" + longest + "\"}", Doors.newKey()).expect(201);
    }

    @Test
    void commentingNeedsAKey() {
        String body = "{\"text\":\"请核对\"}";

        Answer withoutKey = doors.post(Doors.ZHONGSHAN, path(id), body, null).expect(400);

        assertThat(withoutKey.text("/type")).endsWith("idempotency-key-required");
        assertRefused(() -> comment(body, "k".repeat(129)), "Idempotency-Key", "idempotency-key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|personIds|required",
                "{\"personIds\":[]}|personIds|required",
                "{\"personIds\":[null]}|personIds[0]|required",
                "{\"personIds\":[\"p1\"]}|personIds[0]|person-id",
                "{\"personIds\":\"p1\"}|personIds|type",
                "{\"persons\":[]}|persons|unknown-field",
                "{|body|json",
            })
    void askingForHeadsNamesTheFieldAndTheRule(String body, String field, String rule) {
        assertRefused(() -> doors.post(Doors.SERVICE, "/settlement-heads/queries", body, null), field, rule);
    }

    @Test
    void askingForHeadsTakesNoMoreThanItsLimit() {
        String most = ids(500);

        assertRefused(
                () -> doors.post(Doors.SERVICE, "/settlement-heads/queries", ids(501), null), "personIds", "size");
        doors.post(Doors.SERVICE, "/settlement-heads/queries", most, null).expect(200);
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "\"" + Doors.newPerson() + "\"")
                .collect(Collectors.joining(",", "{\"personIds\":[", "]}"));
    }

    private Answer comment(String body, String key) {
        return doors.post(Doors.ZHONGSHAN, path(id), body, key);
    }

    private static String path(String caseId) {
        return "/correction-cases/" + caseId + "/comments";
    }

    private void assertRefused(Supplier<Answer> call, String field, String rule) {
        Document before = stored();

        Answer refused = call.get().expect(400);

        assertThat(refused.text("/type")).isEqualTo("urn:crosscare:problem:invalid-request");
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
        assertThat(refused.text("/errors/0/rule")).isEqualTo(rule);
        assertThat(refused.text("/errors/0/messageZh")).isNotBlank();
        assertThat(stored()).isEqualTo(before);
    }

    /** Whether its steps are published, and marked so: nothing is written to it by itself any more. */
    private boolean isTold(String caseId) {
        return !stored(caseId).getBoolean("pending");
    }

    private Document stored() {
        return stored(id);
    }

    private Document stored(String caseId) {
        return Objects.requireNonNull(Mono.from(database.getCollection("cases").find(new Document("_id", caseId)))
                .block());
    }
}
