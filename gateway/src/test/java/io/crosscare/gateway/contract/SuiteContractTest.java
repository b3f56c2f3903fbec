package io.crosscare.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.testing.contract.KeptFile;
import io.crosscare.chassis.testing.contract.SuiteContract;
import io.crosscare.chassis.testing.contract.Units;
import io.crosscare.gateway.routes.Door;
import io.crosscare.gateway.routes.RouteTable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The document the gateway hands out: that of its services, and one operation for each of its doors. */
class SuiteContractTest {

    private static final String FILE = "gateway/src/main/resources/openapi.json";
    private static final Map<String, String> SERVICES = Map.of(
            "correction", "docs/api/error-correction-service.json",
            "filing", "docs/api/filing-service.json",
            "registry", "docs/api/hospital-registry-service.json",
            "settlement", "docs/api/settlement-service.json");

    private static final Map<String, String> EVENTS = Map.of(
            "correction", "docs/api/error-correction-service.events.json",
            "filing", "docs/api/filing-service.events.json",
            "registry", "docs/api/hospital-registry-service.events.json",
            "settlement", "docs/api/settlement-service.events.json");

    /** Nothing is uploaded where no upper platform is configured; of the other no answer has been kept yet. */
    private static final Set<String> NEVER_TAKEN =
            Set.of("POST /policy-replays/{id}/cancellations", "POST /uploads/{id}/retries");

    /** Doors that no service answers at yet. */
    private static final Set<String> TO_COME = Set.of();

    @Test
    void keepsTheDocumentsOfAllServicesAsOne() {
        KeptFile.assertSame(FILE, new SuiteContract(SERVICES).document());
    }

    @Test
    void keepsTheTopicsOfAllServicesAsOne() {
        KeptFile.assertSame("docs/api/asyncapi.json", new SuiteContract(EVENTS).events());
    }

    /** A topic that is read and that nobody publishes would stand without its retention. */
    @Test
    void knowsThePublisherOfEveryTopicThatIsRead() {
        JsonNode channels = new SuiteContract(EVENTS).events().path("channels");

        assertThat(channels.propertyNames()).hasSize(20);
        assertThat(channels.valueStream())
                .allSatisfy(channel -> assertThat(channel.has("bindings"))
                        .as(channel.path("address").asString())
                        .isTrue());
    }

    @Test
    void describesEveryDoorAndNoOther() {
        Set<String> doors = RouteTable.ofTheSuite().doors().stream()
                .map(Door::id)
                .filter(door -> !TO_COME.contains(door))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations(KeptFile.read(FILE))).isEqualTo(doors);
    }

    /** Who writes against the doors sees a whole request and a whole answer of each that changes something, as they once were. */
    @Test
    void showsARequestAndAnAnswerOfEveryDoorThatChangesSomething() {
        Set<String> without = new TreeSet<>();
        KeptFile.read(FILE)
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean isReading = operation.getKey().equals("get");
                    if (!isReading && !isShown(operation.getValue())) {
                        without.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));

        assertThat(without).isEqualTo(NEVER_TAKEN);
    }

    private static boolean isShown(JsonNode operation) {
        JsonNode request = operation.path("requestBody").path("content");
        boolean isAsked = !request.isObject() || hasExample(request);
        boolean isAnswered = operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .anyMatch(response -> hasExample(response.getValue().path("content")));
        return isAsked && isAnswered;
    }

    private static boolean hasExample(JsonNode content) {
        return content.valueStream().anyMatch(media -> media.has("example"));
    }

    @Test
    void saysTheUnitOfEveryAmountRatioAndTime() {
        assertThat(Units.unsaid(KeptFile.read(FILE))).isEmpty();
    }

    private static Set<String> operations(JsonNode document) {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }
}
