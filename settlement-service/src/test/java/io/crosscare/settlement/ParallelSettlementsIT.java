package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.Doors.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Fifty at once, on the store of the tests: each is answered, each is there once, no place in a chain is left out. */
@SettlementServiceTest
class ParallelSettlementsIT {

    private static final int FIFTY = 50;

    @LocalServerPort
    private int port;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void settlesFiftyVisitsOfOnePerson() {
        String person = Doors.filedPerson();
        List<String> visits =
                IntStream.range(0, FIFTY).mapToObj(_ -> doors.visitD01(person)).toList();

        List<Answer> answers = atOnce(visits.stream()
                .map(visit -> (Callable<Answer>) () -> doors.settle(visit, "one-person-" + visit))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.text("/id")).doesNotHaveDuplicates();
        List<JsonNode> chain = chainOf(person);
        assertThat(chain)
                .extracting(entry -> entry.at("/seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, FIFTY).boxed().toList());
        assertThat(chain)
                .extracting(entry -> entry.at("/settlement/visitId").asString())
                .containsExactlyInAnyOrderElementsOf(visits);
        assertIsLinked(chain);
        assertThat(answers)
                .extracting(answer -> answer.number("/fundPayFen"))
                .containsExactlyInAnyOrderElementsOf(chain.stream()
                        .map(entry -> entry.at("/settlement/fundPayFen").asLong())
                        .toList());
    }

    @Test
    void settlesOneVisitOnceWhoeverPressesHowOften() {
        String person = Doors.filedPerson();
        String visit = doors.visitD01(person);
        String key = Doors.unique("settle");

        List<Answer> answers = atOnce(IntStream.range(0, FIFTY)
                .mapToObj(i -> (Callable<Answer>) () -> doors.settle(visit, i % 2 == 0 ? key : key + "-" + i))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).isSubsetOf(201, 200, 422);
        List<JsonNode> chain = chainOf(person);
        assertThat(chain).hasSize(1);
        String id = chain.getFirst().at("/id").asString();
        assertThat(answers).allSatisfy(answer -> {
            boolean isRefused = answer.status() == 422;
            assertThat(answer.text(isRefused ? "/settlementId" : "/id")).isEqualTo(id);
            assertThat(answer.body().at("/reason").asString("")).isEqualTo(isRefused ? "ALREADY_SETTLED" : "");
        });
    }

    @Test
    void settlesFiftyPersonsSideBySide() {
        List<String> persons =
                IntStream.range(0, FIFTY).mapToObj(_ -> Doors.filedPerson()).toList();
        List<String> visits = persons.stream().map(doors::visitD01).toList();

        List<Answer> answers = atOnce(visits.stream()
                .map(visit -> (Callable<Answer>) () -> doors.settle(visit, "many-persons-" + visit))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("/id"))
                .containsExactlyInAnyOrderElementsOf(
                        persons.stream().map(person -> person + ":0000000001").toList());
        Set<Long> amounts = new HashSet<>();
        answers.forEach(answer -> amounts.add(answer.number("/fundPayFen")));
        assertThat(amounts).hasSize(1);
        assertThat(persons).allSatisfy(person -> assertThat(chainOf(person)).hasSize(1));
    }

    /** Each entry begins where the one before it ended. */
    private static void assertIsLinked(List<JsonNode> chain) {
        for (int i = 1; i < chain.size(); i++) {
            assertThat(chain.get(i).at("/prevHash").asString())
                    .isEqualTo(chain.get(i - 1).at("/hash").asString());
        }
    }

    private List<JsonNode> chainOf(String person) {
        List<JsonNode> items = new ArrayList<>();
        doors.get(Doors.ZHENJIANG, "/persons/" + person + "/chain?limit=200")
                .expect(200)
                .body()
                .at("/items")
                .forEach(items::add);
        return items;
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(ParallelSettlementsIT::result).toList();
        }
    }

    private static Answer result(Future<Answer> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
