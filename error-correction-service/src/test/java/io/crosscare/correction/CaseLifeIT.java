package io.crosscare.correction;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.event.EventConsumers;
import io.crosscare.chassis.testing.TestStores;
import io.crosscare.correction.Doors.Answer;
import io.crosscare.correction.Told.Message;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The life of a case through the real broker and the real store, from the refusal to the evidence. */
@CorrectionServiceTest
class CaseLifeIT {

    @LocalServerPort
    private int port;

    @Autowired
    private EventConsumers consumers;

    @Autowired
    private MeterRegistry meters;

    private final String person = Doors.newPerson();
    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void livesFromTheRefusalToTheSettlementThatProvesItMended() {
        String filing = "f" + person.substring(1);
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        Answer opened = doors.awaitCase(person, one -> Doors.isOpen(one) && Doors.isAnswered(one));
        Told.tell(Told.filed(person, filing, "2026-11-24T01:10:00Z"));
        Told.tell(Told.voided(person, 1, "2026-11-24T01:11:00Z"), Told.settled(person, 2, "2026-11-24T01:12:00Z"));
        Answer resolved = doors.awaitCase(
                person, one -> Doors.isResolved(one) && kinds(one).contains("FILED"));

        assertThat(opened.text("/reason")).isEqualTo("NO_FILING");
        assertThat(opened.text("/message")).isEqualTo("参保人没有异地就医备案");
        assertThat(opened.text("/responsible/name")).isEqualTo("镇江市医疗保险基金管理中心");
        assertThat(opened.text("/responsible/phone")).isEqualTo("0511-85340390");
        assertThat(opened.text("/nextStep")).isNotBlank();
        assertThat(opened.text("/decidedOn")).isEqualTo("2019-09-10");
        assertThat(opened.number("/refusals")).isEqualTo(1);
        assertThat(opened.body().has("evidence")).isFalse();
        assertThat(kinds(opened))
                .containsExactlyInAnyOrder(
                        "RECEIVED", "REFUSED", "OPENED", "NOTHING_FILED", "INSTITUTION", "CONNECTION");
        assertThat(fact(opened, "RECEIVED").at("/details/door").asString()).isEqualTo("POST /visits/{id}/settlements");
        assertThat(fact(opened, "RECEIVED").at("/details/traceId").asString())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(fact(opened, "REFUSED")
                        .at("/details/knownVersions/institution")
                        .asLong())
                .isEqualTo(3);
        assertThat(fact(opened, "INSTITUTION").at("/source").asString()).isEqualTo("REGISTRY");
        assertThat(fact(opened, "CONNECTION").at("/details/on").asString()).isEqualTo("2019-09-10");

        assertThat(resolved.text("/evidence/settlementId")).isEqualTo(Told.entryId(person, 2));
        assertThat(resolved.text("/evidence/recordedAt")).isEqualTo("2026-11-24T01:12:00Z");
        assertThat(resolved.text("/evidence/filingCategory")).isEqualTo("RETIRED_RESETTLED");
        assertThat(resolved.text("/evidence/decidedOn")).isEqualTo("2019-09-10");
        assertThat(resolved.number("/evidence/totalCostFen")).isPositive();
        assertThat(fact(resolved, "FILED").at("/details/filingId").asString()).isEqualTo(filing);
        assertThat(kinds(resolved).indexOf("REFUSED"))
                .isLessThan(kinds(resolved).indexOf("FILED"));
        assertThat(kinds(resolved).indexOf("FILED")).isLessThan(kinds(resolved).indexOf("SETTLED"));
        assertThat(steps(resolved)).containsExactly("OPENED", "RESOLVED");
    }

    @Test
    void endsACaseWhoseSettlementArrivesFirst() {
        Told.tell(Told.settled(person, 1, "2026-11-24T01:12:00Z"));
        awaitHead(1);

        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));

        Answer one = doors.awaitCase(person, Doors::isResolved);
        assertThat(one.text("/evidence/settlementId")).isEqualTo(Told.entryId(person, 1));
        assertThat(steps(one)).containsExactly("OPENED", "RESOLVED");
    }

    @Test
    void opensAgainWhenTheCauseReturnsAfterAnUndo() {
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        Told.tell(Told.settled(person, 1, "2026-11-24T01:12:00Z"));
        doors.awaitCase(person, Doors::isResolved);
        Told.tell(Told.cancelled(person, 2, "2026-11-24T01:20:00Z", 1));
        Answer undone = doors.awaitCase(person, one -> kinds(one).contains("UNDONE"));

        Told.tell(Told.refusal(person, 2, "2026-11-24T01:30:00Z"));
        Answer reopened = doors.awaitCase(person, Doors::isOpen);
        Told.tell(Told.settled(person, 3, "2026-11-24T01:40:00Z"));
        Answer resolved = doors.awaitCase(person, Doors::isResolved);

        assertThat(undone.text("/state")).isEqualTo("RESOLVED");
        assertThat(reopened.number("/refusals")).isEqualTo(2);
        assertThat(reopened.body().has("evidence")).isFalse();
        assertThat(resolved.text("/evidence/settlementId")).isEqualTo(Told.entryId(person, 3));
        assertThat(steps(resolved)).containsExactly("OPENED", "RESOLVED", "REOPENED", "RESOLVED");
    }

    @Test
    void fetchesFromTheOwnerTheEntriesThatTheTopicLost() {
        Message first = Told.voided(person, 1, "2026-11-24T01:11:00Z");
        Message lost = Told.settled(person, 2, "2026-11-24T01:12:00Z");
        Message third = Told.cancelled(person, 3, "2026-11-24T01:20:00Z", 2);
        Neighbours.running().keepChain(person, first.body(), lost.body(), third.body());
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"), first, third);

        Answer one = doors.awaitCase(person, answer -> kinds(answer).contains("UNDONE"));

        assertThat(one.text("/state")).isEqualTo("RESOLVED");
        assertThat(one.text("/evidence/settlementId")).isEqualTo(Told.entryId(person, 2));
        assertThat(awaitHead(3).text("/heads/0/hash")).isEqualTo("%064d".formatted(3));
    }

    @Test
    void opensWhileTheRegistryIsSilentAndShowsItsFactsLater() {
        Neighbours.running().silence("registry");
        try {
            Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
            Answer silent = doors.awaitCase(person, one -> kinds(one).contains("NOTHING_FILED"));

            assertThat(silent.body().at("/awaited").toString()).isEqualTo("[\"REGISTRY\"]");
            assertThat(kinds(silent)).doesNotContain("INSTITUTION");
        } finally {
            Neighbours.running().wake("registry");
        }

        assertThat(kinds(doors.awaitCase(person, Doors::isAnswered))).contains("INSTITUTION", "CONNECTION");
    }

    @Test
    void isDiagnosedAnewWhenTheUpperPlatformHasSaidNo() {
        String filing = "f" + person.substring(1);
        Told.tell(Told.notYetUpstream(person, 1, "2026-11-24T01:02:00Z", filing));
        Answer opened = doors.awaitCase(person, Doors::isAnswered);

        Told.tell(Told.uploaded(filing, 3, "2026-11-24T01:03:00Z", "REFUSED"));
        Answer refused = doors.awaitCase(person, one -> kinds(one).contains("UPLOAD"));

        assertThat(opened.text("/diagnosis/cause")).isEqualTo("FILING_NOT_UPSTREAM");
        assertThat(refused.text("/diagnosis/cause")).isEqualTo("FILING_REFUSED_UPSTREAM");
        assertThat(refused.text("/diagnosis/action/path")).isEqualTo("/api/v1/uploads/FILING:" + filing + "/retries");
    }

    @Test
    void showsAFilingThatWasMadeBeforeTheCaseOpenedHere() {
        Neighbours.running().file(person, "f" + person.substring(1), "2026-11-24T01:10:00Z");
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        doors.awaitCase(person, Doors::isAnswered);
        // the same filing on the topic is the same fact
        Told.tell(Told.filed(person, "f" + person.substring(1), "2026-11-24T01:10:00Z"));
        Told.tell(Told.refusal(person, 2, "2026-11-24T01:03:00Z"));

        Answer one = doors.awaitCase(person, answer -> answer.number("/refusals") == 2);

        assertThat(kinds(one)).containsOnlyOnce("FILED");
    }

    @Test
    void publishesEachStepOnceItIsStored() {
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        Told.tell(Told.settled(person, 1, "2026-11-24T01:12:00Z"));
        String id = doors.awaitCase(person, Doors::isResolved).text("/id");

        List<JsonNode> published = awaitPublished(id, 2);

        assertThat(published.getFirst().at("/change").asString()).isEqualTo("OPENED");
        assertThat(published.getLast().at("/change").asString()).isEqualTo("RESOLVED");
        assertThat(published.getLast().at("/evidence/settlementId").asString()).isEqualTo(Told.entryId(person, 1));
        assertThat(published).extracting(event -> event.at("/seq").asLong()).containsExactly(1L, 2L);
    }

    @Test
    void parksPoisonAndLetsTheRestFlow() {
        double before = parked(Told.REFUSALS);
        Message good = Told.refusal(person, 1, "2026-11-24T01:02:00Z");

        Told.tell(
                new Message(Told.REFUSALS, person, 1, good.time(), "not json"),
                new Message(Told.REFUSALS, person, 1, good.time(), good.body().replace("2019-09-10", "tomorrow")),
                new Message(Told.REFUSALS, Doors.newPerson(), 1, good.time(), good.body()),
                good);

        assertThat(doors.awaitCase(person, Doors::isOpen).number("/refusals")).isEqualTo(1);
        assertThat(parked(Told.REFUSALS) - before).isEqualTo(3);
    }

    /** Duplicates and disorder across topics, and then everything there ever was once more from offset zero. */
    @Test
    void comesToTheSameHoweverTheTopicsBehave() throws Exception {
        List<String> persons =
                IntStream.range(0, 6).mapToObj(_ -> Doors.newPerson()).toList();
        for (int i = 0; i < persons.size(); i++) {
            String one = persons.get(i);
            Message[] chain = {
                Told.settled(one, 1, "2026-11-24T01:12:00Z"),
                Told.cancelled(one, 2, "2026-11-24T01:20:00Z", 1),
                Told.settled(one, 3, "2026-11-24T01:40:00Z")
            };
            Neighbours.running().keepChain(one, chain[0].body(), chain[1].body(), chain[2].body());
            Neighbours.running().file(one, "f" + one.substring(1), "2026-11-24T01:10:00Z");
            List<Message> all = new ArrayList<>(List.of(chain));
            all.add(Told.refusal(one, 1, "2026-11-24T01:02:00Z"));
            all.add(Told.refusal(one, 2, "2026-11-24T01:03:00Z"));
            all.add(Told.refusal(one, 3, "2026-11-24T01:30:00Z"));
            all.add(Told.filed(one, "f" + one.substring(1), "2026-11-24T01:10:00Z"));
            all.addAll(List.copyOf(all));
            Collections.shuffle(all, new Random(i));
            Told.tell(all.toArray(Message[]::new));
        }
        Map<String, String> first =
                persons.stream().collect(Collectors.toMap(Function.identity(), one -> essence(settledDown(one))));
        long casesBefore = doors.get(Doors.OPERATOR, "/correction-cases/counts")
                .expect(200)
                .number("/total");

        replayFromZero();
        Told.tell(Told.refusal(person, 1, "2026-11-24T01:02:00Z"));
        doors.awaitCase(person, Doors::isOpen);
        awaitCaughtUp();

        for (String one : persons) {
            assertThat(essence(settledDown(one))).as(one).isEqualTo(first.get(one));
        }
        assertThat(doors.get(Doors.OPERATOR, "/correction-cases/counts")
                        .expect(200)
                        .number("/total"))
                .isEqualTo(casesBefore + 1);
    }

    private Answer settledDown(String one) {
        return doors.awaitCase(
                one,
                answer -> Doors.isResolved(answer)
                        && answer.number("/refusals") == 3
                        && Doors.isAnswered(answer)
                        && kinds(answer).contains("FILED")
                        && answer.text("/evidence/settlementId").equals(Told.entryId(one, 3)));
    }

    /** What must not depend on order: everything but the desk's own steps and the times of its questions. */
    private static String essence(Answer answer) {
        List<String> lines = new ArrayList<>();
        answer.body().at("/timeline").forEach(fact -> {
            String kind = fact.at("/kind").asString();
            if (List.of("RECEIVED", "REFUSED", "SETTLED", "UNDONE", "FILED").contains(kind)) {
                lines.add(fact.toString());
            }
        });
        return answer.text("/state")
                + answer.number("/refusals")
                + answer.body().at("/evidence")
                + lines;
    }

    private void replayFromZero() throws Exception {
        consumers.stop();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStores.kafka()))) {
            Map<TopicPartition, OffsetAndMetadata> zero =
                    List.of(Told.REFUSALS, Told.SETTLEMENTS, Told.FILINGS).stream()
                            .flatMap(topic ->
                                    IntStream.range(0, 4).mapToObj(partition -> new TopicPartition(topic, partition)))
                            .collect(Collectors.toMap(Function.identity(), _ -> new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets("correction", zero).all().get(30, TimeUnit.SECONDS);
        }
        consumers.begin();
    }

    /** Until every message there is has been handled again. */
    private void awaitCaughtUp() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStores.kafka()))) {
            Doors.await(() -> doors.get(Doors.OPERATOR, "/correction-cases/counts"), _ -> lag(admin) == 0);
        }
    }

    private static long lag(Admin admin) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets("correction")
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS);
            long lag = 0;
            for (String topic : List.of(Told.REFUSALS, Told.SETTLEMENTS, Told.FILINGS)) {
                long read = committed.entrySet().stream()
                        .filter(one -> one.getKey().topic().equals(topic))
                        .mapToLong(one -> one.getValue().offset())
                        .sum();
                lag += Told.read(topic).size() - read;
            }
            return lag;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer awaitHead(long seq) {
        String query = "{\"personIds\":[\"" + person + "\"]}";
        return Doors.await(
                () -> doors.post(Doors.SERVICE, "/settlement-heads/queries", query, null)
                        .expect(200),
                answer -> answer.number("/heads/0/seq") == seq);
    }

    private List<JsonNode> awaitPublished(String id, int count) {
        Doors.await(
                () -> doors.get(Doors.OPERATOR, "/correction-cases/counts"),
                _ -> Told.published(Told.CASES, id).size() >= count);
        return Told.published(Told.CASES, id);
    }

    private double parked(String topic) {
        return meters.counter("crosscare.events.parked", "topic", topic).count();
    }

    private static List<String> kinds(Answer one) {
        return StreamSupport.stream(one.body().at("/timeline").spliterator(), false)
                .map(fact -> fact.at("/kind").asString())
                .toList();
    }

    private static List<String> steps(Answer one) {
        return StreamSupport.stream(one.body().at("/timeline").spliterator(), false)
                .filter(fact -> fact.at("/source").asString().equals("DESK"))
                .map(fact -> fact.at("/kind").asString())
                .toList();
    }

    private static JsonNode fact(Answer one, String kind) {
        return StreamSupport.stream(one.body().at("/timeline").spliterator(), false)
                .filter(fact -> fact.at("/kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
