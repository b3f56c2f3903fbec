package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.acceptance.MarkSearch.Finding;
import io.crosscare.local.data.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fifty marked persons go through every door of the suite, rightly, wrongly and while services are killed; afterwards none of
 * what marks them is in a log, a topic, a metric, the answer to a mistake, or the store's journal as anybody could read it
 * (design.md §3.7). Each failed call of theirs has one line in the gateway's log, found by its trace.
 */
@OnRunningSuite
@Order(3)
@ResourceLock(OnRunningSuite.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataE2E {

    private static final int PERSONS = 50;
    private static final int CHUNK = 1 << 20;
    private static final int MANAGEMENT = 10;
    private static final int SERVICES = 5;
    private static final Duration HEALS_WITHIN = Duration.ofSeconds(90);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);
    private static final Party AGENCY = Party.agency("镇江市医保中心", "Zhenjiang agency", Requests.ZHENJIANG);
    private static final Party HOSPITAL = Party.hospital("中山医院", "the hospital", "H31000000001");
    private static final String DAY = "2019-09-10";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    /** Topics that tell of persons; each must have been written to, or there was nothing to search. */
    private static final List<String> TOPICS = List.of(
            "filing.insured-person.v1",
            "filing.filing.v1",
            "settlement.settlement.v1",
            "settlement.refusal.v1",
            "settlement.interruption.v1",
            "correction.case.v1");

    private final SuiteUnderTest suite;
    private final DataFolder data;
    private final List<MarkedPerson> persons = MarkedPerson.persons(PERSONS);
    private final MarkSearch search = new MarkSearch(MarkedPerson.marksOf(persons), CHUNK);
    private final ConcurrentLinkedQueue<Answer> mistakes = new ConcurrentLinkedQueue<>();
    private final List<String> personIds = new ArrayList<>();
    private final GatewayClient gateway;

    PersonalDataE2E(SuiteUnderTest suite) {
        this.suite = suite;
        this.data = DataFolder.at(suite.local().data());
        this.gateway = new GatewayClient(
                suite.local().gateway(),
                suite::bearerOf,
                (party, call, answer, took) -> {
                    if (answer.status() >= 400) {
                        mistakes.add(answer);
                    }
                },
                System::nanoTime);
    }

    @BeforeAll
    void letThemAllThroughEveryDoor() {
        for (int i = 0; i < PERSONS; i++) {
            MarkedPerson person = persons.get(i);
            MarkedPerson other = persons.get((i + 1) % PERSONS);
            String personId = gateway.ask(AGENCY, person.report()).require(201).string("personId");
            personIds.add(personId);
            boolean isFiled = i % 2 == 0;
            if (i == PERSONS / 3) {
                whileKilled("settlement", () -> mistakesOf(person, other, personId));
            } else if (i == PERSONS / 2) {
                String visit = billed(personId);
                whileKilled("filing", () -> {
                    gateway.ask(HOSPITAL, Requests.settlement(visit, false, "key-" + person.identityNumber()));
                    mistakesOf(person, other, personId);
                });
            } else {
                mistakesOf(person, other, personId);
            }
            mainJob(person, personId, isFiled);
        }
        awaitCases();
    }

    /** Requests of which every one holds something of a person, where it belongs and where it does not. */
    private void mistakesOf(MarkedPerson person, MarkedPerson other, String personId) {
        String number = person.identityNumber();
        ObjectNode report =
                (ObjectNode) Json.read(String.valueOf(person.report().body()));
        Call settle = Requests.settlement("v" + "z".repeat(26), false, "key-" + number);
        Stream.of(
                        person.report()
                                .withBody(report.deepCopy()
                                        .put("plan", person.name())
                                        .toString()),
                        person.report()
                                .withBody(
                                        report.deepCopy().put(person.name(), 1).toString()),
                        person.report().withBody(report + person.phone()),
                        person.report()
                                .withBody(report.deepCopy()
                                        .put("personNumber", "MARKEDPERSON9999")
                                        .toString()),
                        person.report()
                                .withBody(report.deepCopy()
                                        .put("phone", "call " + person.phone())
                                        .toString()),
                        lookUp(person, other.name(), null),
                        lookUp(person, person.name(), other.papers().cardNumber()),
                        lookUp(person, person.name(), "x " + person.papers().cardNumber()),
                        Requests.filing(number, "TRANSFER", Requests.SHANGHAI, DAY, "key-" + number),
                        Requests.filing(personId, person.name(), person.phone(), number, "key-" + number),
                        Requests.opening(personId, Map.of(person.name(), 1L), "key-" + number),
                        Requests.accountCredit(number, 1, "key-" + number),
                        Call.get("/insured-persons/" + number),
                        Call.get("/insured-persons/" + personId).with("name", person.name()),
                        Call.get("/filings").with("personId", number),
                        Call.get("/filings").with("careRegion", person.name()),
                        Call.get("/filing-checks").with("personId", number).with("on", person.phone()),
                        Call.get("/institutions").with("name", person.name()),
                        Call.get("/institutions/" + person.papers().cardNumber()),
                        Call.get("/agencies").with("region", person.phone()),
                        Call.get("/persons/" + number + "/chain"),
                        Call.get("/persons/" + personId + "/chain").with("cursor", number),
                        Call.get("/persons/" + number + "/accumulators"),
                        Call.get("/visits/" + person.papers().personNumber()),
                        Call.get("/settlements/" + number + "/explanation"),
                        Call.get("/policies/" + person.papers().cardNumber()),
                        Call.get("/correction-cases").with("personId", number),
                        Call.get("/correction-cases").with("state", person.name()),
                        Call.get("/" + person.papers().cardNumber()).with("name", person.name()))
                .forEach(call -> askAgain(AGENCY, call));
        Stream.of(
                        Requests.visit(number, "OUTPATIENT", DAY, "MZ-1", "key-" + number),
                        Requests.visit(personId, person.name(), person.phone(), "MZ-1", "key-" + number),
                        settle,
                        settle.withBody("{\"" + person.name() + "\":\"" + number + "\"}"),
                        Requests.preview(number, true),
                        lookUp(person, other.name(), null),
                        Call.get("/outcomes")
                                .with("personId", personId)
                                .with("institution", "H31000000001")
                                .with("kind", person.name())
                                .with("key", number),
                        Call.get("/outcomes")
                                .with("personId", personId)
                                .with("institution", "H31000000001")
                                .with("kind", "SETTLEMENT")
                                .with("key", "key-" + number),
                        Call.post(
                                        "/reversals",
                                        Json.object().put("personId", number).put("key", person.name()))
                                .underKey("key-" + number),
                        Call.post(
                                        "/settlements/" + number + "/cancellations",
                                        Json.object().put("reason", person.name()))
                                .underKey("key-" + number))
                .forEach(call -> askAgain(HOSPITAL, call));
        gateway.askWith(person.papers().cardNumber(), HOSPITAL, Call.get("/visits/" + number));
        gateway.askWith("", HOSPITAL, Call.get("/filings").with("personId", number));
    }

    private static Call lookUp(MarkedPerson person, String name, @Nullable String card) {
        Call good = Requests.lookUp(person.papers());
        ObjectNode body = (ObjectNode) Json.read(String.valueOf(good.body()));
        if (card != null) {
            body.withObject("card").put("number", card);
        }
        return good.withBody(body.put("name", name).toString());
    }

    /** A bill; whoever settles it while no filing is known asks filing-service first. */
    private String billed(String personId) {
        String visit = gateway.ask(HOSPITAL, Requests.visit(personId, "OUTPATIENT", DAY, "MZ-" + key(), key()))
                .require(201)
                .string("id");
        gateway.ask(HOSPITAL, lines(visit)).require(200);
        return visit;
    }

    /** What becomes of one person: found, filed or not, settled or refused, taken back, looked into. */
    private void mainJob(MarkedPerson person, String personId, boolean isFiled) {
        gateway.ask(HOSPITAL, lookUp(person, person.name(), null)).require(200);
        gateway.ask(AGENCY, Requests.lookUp(person.papers())).require(200);
        gateway.ask(AGENCY, Call.get("/insured-persons/" + personId)).require(200);
        if (isFiled) {
            Call filing = Requests.filing(personId, "RETIRED_RESETTLED", Requests.SHANGHAI, "2019-05-01", key());
            ObjectNode body = (ObjectNode) Json.read(String.valueOf(filing.body()));
            gateway.ask(
                            AGENCY,
                            filing.withBody(body.put("reason", person.pasted()).toString()))
                    .require(201);
        }
        String visit = billed(personId);
        if (!isFiled) {
            gateway.ask(HOSPITAL, Requests.preview(visit, false)).require(422);
            gateway.ask(HOSPITAL, Requests.settlement(visit, false, "key-" + person.identityNumber()))
                    .require(422);
            return;
        }
        gateway.ask(HOSPITAL, Requests.preview(visit, false)).require(200);
        gateway.ask(
                        AGENCY,
                        Call.post(
                                        "/persons/" + personId + "/account-credits",
                                        Json.object().put("amountFen", 1).put("reason", person.pasted()))
                                .underKey(key()))
                .require(201);
        String settlement = gateway.ask(HOSPITAL, Requests.settlement(visit, false, key()))
                .require(201)
                .string("id");
        gateway.ask(
                        HOSPITAL,
                        Call.get("/settlements/" + settlement + "/explanation").accepting("text/plain"))
                .require(200);
        gateway.ask(
                        HOSPITAL,
                        Call.post(
                                        "/settlements/" + settlement + "/cancellations",
                                        Json.object().put("reason", person.pasted()))
                                .underKey(key()))
                .require(201);
    }

    private static Call lines(String visit) {
        ObjectNode body = Json.object();
        body.putArray("lines")
                .addObject()
                .put("lineNumber", 1)
                .put("batch", Requests.BATCH)
                .put("itemCode", "ZL0001")
                .put("quantity", "1")
                .put("unitPrice", "585.00")
                .put("amountFen", 58_500)
                .put("serviceDate", DAY);
        return Call.put("/visits/" + visit + "/fee-lines", body);
    }

    /** Kills a service and goes on asking until its successor is there and answers. */
    private void whileKilled(String service, Runnable asking) {
        Window window = new Window(gateway);
        Window.Unpayable bills = window.unpayable();
        suite.local().running().kill(service);
        asking.run();
        suite.local().awaitWhole(HEALS_WITHIN);
        window.awaitOwners(bills);
        asking.run();
    }

    /** Somebody in a hurry may be told to wait. */
    private void askAgain(Party party, Call call) {
        if (gateway.ask(party, call).status() == 429) {
            pause(Duration.ofSeconds(1));
            gateway.ask(party, call);
        }
    }

    /** The desk has heard of every refusal, and somebody pastes into each case what does not belong there. */
    private void awaitCases() {
        List<String> cases = await(
                () -> gateway.list(AGENCY, Call.get("/correction-cases").with("limit", "200")).stream()
                        .filter(one -> personIds.contains(one.path("personId").asString()))
                        .map(one -> one.path("id").asString())
                        .toList(),
                found -> found.size() >= PERSONS / 2);
        for (int i = 0; i < cases.size(); i++) {
            gateway.ask(
                            AGENCY,
                            Call.post(
                                            "/correction-cases/" + cases.get(i) + "/comments",
                                            Json.object()
                                                    .put("text", persons.get(i).pasted()))
                                    .underKey(key()))
                    .require(201);
            gateway.ask(AGENCY, Call.get("/correction-cases/" + cases.get(i))).require(200);
        }
    }

    @Test
    void leavesNothingOfThemInAnyFileOfTheSuite() {
        assertThat(search.under(data.path())).isEmpty();
        assertThat(search.in(suite.local().output())).isEmpty();
    }

    @Test
    void hasSearchedWhereThePersonsAre() {
        MarkSearch known = new MarkSearch(personIds, CHUNK);

        assertThat(known.under(data.documents()))
                .extracting(Finding::mark)
                .as("persons in the store's journal")
                .containsAll(personIds);
        for (String topic : TOPICS) {
            assertThat(segmentsOf(topic).stream().flatMap(folder -> known.under(folder).stream()))
                    .as("persons in the segments of " + topic)
                    .isNotEmpty();
        }
    }

    @Test
    void findsWhatIsPlantedInALogASegmentAndTheJournal() throws IOException {
        for (Path folder : List.of(
                data.logs(), data.documents(), segmentsOf(TOPICS.getFirst()).getFirst())) {
            Path planted = folder.resolve("planted");
            try {
                Files.writeString(
                        planted, "line\n".repeat(1_000) + persons.getLast().name() + "\n");

                assertThat(search.under(folder)).containsExactly(new Finding(planted.toString(), "龘靐"));
            } finally {
                Files.delete(planted);
            }
        }
    }

    @Test
    void repeatsNothingOfThemInAnswersToMistakes() {
        assertThat(mistakes).hasSizeGreaterThan(PERSONS * 30);
        assertThat(mistakes.stream().flatMap(answer -> search.in(answer.call(), answer.text()).stream()))
                .isEmpty();
        assertThat(mistakes)
                .extracting(Answer::status)
                .contains(400, 401, 404, 409, 422)
                .containsAnyOf(503, 504)
                .doesNotContain(500);
    }

    @Test
    void countsNothingOfThem() throws Exception {
        int base = suite.local().gateway().getPort();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int service = 0; service < SERVICES; service++) {
                URI metrics = URI.create("http://127.0.0.1:" + (base + MANAGEMENT + service) + "/actuator/prometheus");
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(metrics).build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));

                assertThat(answer.body()).contains("jvm_memory_used_bytes");
                assertThat(search.in(metrics.toString(), answer.body())).isEmpty();
            }
        }
    }

    /** The line says door, status, problem and whose turn it is; a stack trace has only what is our own fault. */
    @Test
    void hasOneLineInTheGatewaysLogForEachFailedCall() {
        Set<String> traces = mistakes.stream()
                .map(answer -> answer.json().path("traceId").asString(""))
                .filter(trace -> !trace.isEmpty())
                .collect(Collectors.toSet());
        assertThat(traces).hasSizeGreaterThan(PERSONS * 30);

        Map<String, List<JsonNode>> lines = await(
                () -> failedCallsByTrace("gateway"), found -> found.keySet().containsAll(traces));

        assertThat(traces)
                .allSatisfy(trace -> assertThat(lines.getOrDefault(trace, List.of()))
                        .as("lines of trace " + trace)
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(line.path("problem").asString()).isNotBlank();
                            assertThat(line.path("blame").asString()).isIn("CALLER", "US", "PEER", "CAPACITY");
                            boolean isOurs = line.path("blame").asString().equals("US");
                            assertThat(!isOurs && line.path("error").has("stack_trace"))
                                    .isFalse();
                        }));
    }

    private Map<String, List<JsonNode>> failedCallsByTrace(String service) {
        Map<String, List<JsonNode>> lines = new LinkedHashMap<>();
        try (Stream<Path> logs = Files.list(data.logs())) {
            for (Path log : logs.filter(file -> file.getFileName().toString().startsWith(service))
                    .toList()) {
                for (String line : Files.readAllLines(log)) {
                    if (line.startsWith("{") && line.contains("\"blame\"")) {
                        JsonNode read = Json.read(line);
                        lines.computeIfAbsent(read.path("traceId").asString(""), _ -> new ArrayList<>())
                                .add(read);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private List<Path> segmentsOf(String topic) {
        try (Stream<Path> folders = Files.walk(data.events(), 3)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder ->
                            IntStream.range(0, 4).anyMatch(partition -> folder.endsWith(topic + "-" + partition)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T await(Supplier<T> look, Predicate<T> isEnough) {
        long deadline = System.nanoTime() + HEARD_WITHIN.toNanos();
        T seen = look.get();
        while (!isEnough.test(seen) && System.nanoTime() < deadline) {
            pause(Duration.ofMillis(500));
            seen = look.get();
        }
        return seen;
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String key() {
        return "k" + SERIAL.incrementAndGet();
    }
}
