package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The feed of filings as platforms read it. */
@FilingServiceTest
class FeedIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FEED = "/filings/changes?limit=20";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors = new Doors(0);
    private String cursor = "";

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void tellsEveryChangeOnceInOrderAndGoesOnWhereItStopped() {
        String first = lodge("310000");
        String second = lodge("330100");
        doors.post(
                        Doors.ZHENJIANG,
                        "/filings/" + first + "/changes",
                        "{\"effectiveTo\":\"2030-12-31\",\"reason\":\"另有安排\"}",
                        Doors.unique("key"))
                .expect(201);
        doors.post(Doors.ZHENJIANG, "/filings/" + first + "/withdrawals", "{\"reason\":\"返回\"}", Doors.unique("key"))
                .expect(201);
        List<JsonNode> all = new ArrayList<>(read(
                changes -> of(first, changes).size() == 3 && of(second, changes).size() == 1));

        assertThat(all)
                .extracting(change -> change.at("/seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        List<JsonNode> life = of(first, all);
        assertThat(life)
                .extracting(change -> change.at("/kind").asString())
                .containsExactly("LODGED", "CHANGED", "WITHDRAWN");
        assertThat(life.getFirst().at("/filing").has("effectiveTo")).isFalse();
        assertThat(life.get(1).at("/filing/effectiveTo").asString()).isEqualTo("2030-12-31");
        assertThat(life.get(1).at("/filing/state").asString()).isEqualTo("EFFECTIVE");
        assertThat(life.getLast().at("/filing/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(life.getLast().at("/by").asString()).isEqualTo("agency-zhenjiang");
        assertThat(life.toString()).doesNotContain("返回", "另有安排", "reason");

        String third = lodge("330200");
        List<JsonNode> next = read(changes -> of(third, changes).size() == 1);
        assertThat(next).hasSize(1);
        assertThat(next.getFirst().at("/seq").asLong()).isEqualTo(all.size() + 1L);
    }

    @Test
    void tellsWhatAProcessHasStoredThatEndedBeforeItCouldTell() {
        String lodged = lodge("310000");
        MongoCollection<Document> filings = database.getCollection("filings");
        Document left = Mono.from(filings.find(Filters.eq("_id", lodged)).first())
                .blockOptional()
                .orElseThrow();
        String id = RandomIds.secure().next('f');
        left.put("_id", id);
        left.put("number", 2);
        left.put("receiptKey", id);
        left.put("untold", true);
        left.remove("untoldVersions");
        Mono.from(filings.insertOne(left)).block(PATIENCE);

        assertThat(of(id, read(changes -> !of(id, changes).isEmpty()))).hasSize(1);
    }

    @Test
    void showsAProvinceWhoIsInsuredOrCaredForInIt() {
        String lodged = lodge("310104");
        read(changes -> !of(lodged, changes).isEmpty());

        assertThat(seenBy("320000")).contains(lodged);
        assertThat(seenBy("310000")).contains(lodged);
        assertThat(seenBy("650000")).doesNotContain(lodged);
    }

    @Test
    void isForPlatformsAlone() {
        doors.get(Doors.ZHENJIANG, FEED).expect(403);
        doors.get(Doors.HOSPITAL, FEED).expect(403);
        doors.get(Doors.OPERATOR, FEED).expect(403);
        doors.get(Doors.insured(Doors.UNKNOWN_PERSON), FEED).expect(403);
        doors.get(Doors.PLATFORM, FEED + "&cursor=f123").expect(400);
        doors.get(Doors.PLATFORM, "/filings/changes?limit=0").expect(400);
    }

    private String lodge(String careRegion) {
        String person = doors.registerRetiree();
        return doors.lodge(Doors.filing(person, "RETIRED_RESETTLED", careRegion, "2019-05-01"), Doors.unique("key"))
                .expect(201)
                .text("/id");
    }

    private List<String> seenBy(String province) {
        Caller platform = new Caller.Platform("p" + province, new RegionCode(province));
        List<String> ids = new ArrayList<>();
        String from = "";
        JsonNode page;
        do {
            page = doors.get(platform, "/filings/changes?limit=200" + from)
                    .expect(200)
                    .body();
            page.at("/items").forEach(item -> ids.add(item.at("/filing/id").asString()));
            from = "&cursor=" + page.at("/nextCursor").asString();
        } while (!page.at("/atEnd").asBoolean());
        return ids;
    }

    private static List<JsonNode> of(String filing, List<JsonNode> changes) {
        return changes.stream()
                .filter(change -> change.at("/filing/id").asString().equals(filing))
                .toList();
    }

    /** Reads on from where the test stopped to the end, until everything awaited was there. */
    private List<JsonNode> read(Predicate<List<JsonNode>> isComplete) {
        List<JsonNode> changes = new ArrayList<>();
        Instant end = Instant.now().plus(PATIENCE);
        boolean isAtEnd = false;
        while (!isAtEnd || !isComplete.test(changes)) {
            assertThat(Instant.now()).as("the feed has %s", changes).isBefore(end);
            JsonNode page = doors.get(Doors.PLATFORM, FEED + cursor).expect(200).body();
            page.at("/items").forEach(changes::add);
            cursor = "&cursor=" + page.at("/nextCursor").asString();
            isAtEnd = page.at("/atEnd").asBoolean();
        }
        return changes;
    }
}
