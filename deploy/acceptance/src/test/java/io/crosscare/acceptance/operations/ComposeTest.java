package io.crosscare.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.RepositoryFolder;
import io.crosscare.chassis.security.KeyCustody;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The compose file cannot be run here, so it is read: what each container may do, and whether what it is told means anything. */
class ComposeTest {

    private static final Path ROOT = RepositoryFolder.root();
    private static final Path DOCKER = ROOT.resolve("deploy/docker");
    private static final List<String> PROCESSES = List.of("gateway", "filing", "settlement", "registry", "correction");

    /** Where a service declares what a variable sets, as it is written there. */
    private static final Map<String, Declared> DECLARED = Map.ofEntries(
            declared("CROSSCARE_KEYS_DIRECTORY", "chassis/src/main/resources/chassis.yaml", "keys:\n    directory:"),
            declared("CROSSCARE_SERVICES_FILING", "gateway/src/main/resources/application.yaml", "    filing: http"),
            declared(
                    "CROSSCARE_SERVICES_SETTLEMENT",
                    "gateway/src/main/resources/application.yaml",
                    "    settlement: h"),
            declared("CROSSCARE_SERVICES_REGISTRY", "gateway/src/main/resources/application.yaml", "    registry: h"),
            declared(
                    "CROSSCARE_SERVICES_CORRECTION",
                    "gateway/src/main/resources/application.yaml",
                    "    correction: h"),
            declared(
                    "CROSSCARE_MONGO_URI",
                    "chassis/src/main/java/io/crosscare/chassis/mongo/MongoProperties.java",
                    "String uri,"),
            declared(
                    "CROSSCARE_IDENTITY_ISSUER",
                    "gateway/src/main/java/io/crosscare/gateway/GatewayProperties.java",
                    "String issuer,"),
            declared(
                    "CROSSCARE_IDENTITY_JWKSURI",
                    "gateway/src/main/java/io/crosscare/gateway/GatewayProperties.java",
                    "URI jwksUri,"),
            declared(
                    "SPRING_KAFKA_BOOTSTRAPSERVERS",
                    "chassis/src/main/resources/chassis.yaml",
                    "kafka:\n    bootstrap-servers:"));

    @TempDir
    private Path folder;

    private record Declared(Path file, String text) {}

    private static Map.Entry<String, Declared> declared(String variable, String file, String text) {
        return Map.entry(variable, new Declared(ROOT.resolve(file), text));
    }

    @Test
    void givesNoContainerMoreThanItNeeds() {
        assertThat(compose().faults()).isEmpty();
        assertThat(compose().services()).hasSize(12);
    }

    @Test
    void findsWhateverIsPlanted() {
        Map<String, Object> planted = StrictYaml.read("""
            services:
              open:
                image: mongo:latest
                privileged: true
                user: "0:0"
                read_only: false
                environment: { A_PASSWORD: secret, B: "${B:-default}" }
                volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
                ports: ["0.0.0.0:27017:27017"]
                networks: [edge]
            networks: { edge: {} }
            """);

        assertThat(ComposeFile.of(planted).faults())
                .contains(
                        "open: unknown key privileged",
                        "open: image with a version",
                        "open: user that is not root",
                        "open: read_only",
                        "open: cap_drop ALL",
                        "open: no-new-privileges",
                        "open: mem_limit",
                        "open: pids_limit",
                        "open: healthcheck",
                        "open: no port but its own on this machine",
                        "open: secret A_PASSWORD from outside",
                        "variable with a default or without a word: B:-default",
                        "open: volume /var/run/docker.sock of this file or folder",
                        "open: no way out by edge");
        assertThatThrownBy(() -> StrictYaml.read("name: one\nname: two\n")).hasMessageContaining("duplicate");
    }

    @Test
    void tellsTheServicesOnlyWhatTheyKnow() throws IOException {
        Set<String> told = new TreeSet<>();
        compose()
                .services()
                .values()
                .forEach(service -> ComposeFile.environment(service).keySet().stream()
                        .filter(variable -> variable.startsWith("CROSSCARE_") || variable.startsWith("SPRING_"))
                        .forEach(told::add));
        told.remove("SPRING_PROFILES_ACTIVE");

        assertThat(told).isEqualTo(new TreeSet<>(DECLARED.keySet()));
        for (Declared declared : DECLARED.values()) {
            assertThat(Files.readString(declared.file())).contains(declared.text());
        }
    }

    @Test
    void startsNoServiceOnTheKeysOfOneMachine() {
        Set<Object> profiles = compose().services().values().stream()
                .map(service -> ComposeFile.environment(service).getOrDefault("SPRING_PROFILES_ACTIVE", "none"))
                .collect(Collectors.toSet());

        assertThat(profiles).containsExactlyInAnyOrder("docker", "none");
    }

    @Test
    void documentsEveryVariable() throws IOException {
        String readme = Files.readString(DOCKER.resolve("README.md"));

        assertThat(compose().variables())
                .hasSizeGreaterThan(9)
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void reachesWhatPrometheusAndGrafanaAreToldOf() throws IOException {
        Map<String, Object> scraped = StrictYaml.read(ROOT.resolve("deploy/prometheus/prometheus.yml"));
        String datasource = Files.readString(ROOT.resolve("deploy/grafana/provisioning/datasources/prometheus.yml"));

        Set<String> hosts = Pattern.compile("([a-z-]+):809\\d")
                .matcher(String.valueOf(scraped))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(compose().services()).containsKeys(hosts.toArray(String[]::new));
        assertThat(hosts).hasSize(5);
        assertThat(datasource).contains("http://prometheus:9090");
        assertThat(String.valueOf(compose().services().get("grafana")))
                .contains("/etc/crosscare/dashboards")
                .contains("grafana/grafana:" + schemaVersion());
    }

    @Test
    void givesEachProcessItsOwnKeyAndNobodyElses() throws IOException {
        for (String process : PROCESSES) {
            Files.createDirectory(folder.resolve(process));
        }

        Tool.Ended first = makeKeys();
        Map<String, String> made = contents();
        Tool.Ended second = makeKeys();

        assertThat(List.of(first, second)).allMatch(Tool.Ended::isGood);
        assertThat(contents()).isEqualTo(made);
        for (String process : PROCESSES) {
            assertThatCode(() -> KeyCustody.require(folder.resolve(process), process))
                    .doesNotThrowAnyException();
            assertThat(made.keySet())
                    .contains(PROCESSES.stream()
                            .map(other -> process + "/internal-" + other + ".pub.pem")
                            .toArray(String[]::new));
        }
        assertThat(made.get("filing/index.key")).isEqualTo(made.get("correction/index.key"));
        assertThat(made.keySet().stream().filter(name -> name.endsWith("data.key")))
                .containsExactly("filing/data.key");
    }

    @Test
    void saysReadyOnlyOfWhatIs() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/down", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        String port = String.valueOf(server.getAddress().getPort());
        Tool ready = new Tool(DOCKER.resolve("ready"));
        try {
            assertThat(ready.run(ROOT, List.of(port, "/ready")).isGood()).isTrue();
            assertThat(ready.run(ROOT, List.of(port, "/down")).isGood()).isFalse();
        } finally {
            server.stop(0);
        }
        assertThat(ready.run(ROOT, List.of(port, "/ready")).isGood()).isFalse();
    }

    @Test
    void namesTheCollectionsOfTheSettlementServiceAndLetsNobodyChangeEntries() throws IOException {
        String users = Files.readString(DOCKER.resolve("mongo/users.js"));
        Set<String> named = quoted(
                users.substring(users.indexOf("SETTLEMENT = ["), users.indexOf("];", users.indexOf("SETTLEMENT = ["))));
        String appendOnly =
                users.substring(users.indexOf("APPEND_ONLY"), users.indexOf(";", users.indexOf("APPEND_ONLY")));

        Set<String> used = collectionsOf("settlement-service", "chassis");
        assertThat(used).contains("entries");
        used.remove("entries");
        assertThat(named).isEqualTo(used);
        assertThat(quoted(appendOnly)).contains("insert").doesNotContain("update", "remove");
    }

    @Test
    void hasARealmWhoseClientsAreCallersAndWhoseSecretsAreElsewhere() throws IOException {
        JsonNode realm = Json.read(Files.readString(DOCKER.resolve("keycloak/realm.json")));
        Map<String, String> needed =
                Map.of("HOSPITAL", "institution", "AGENCY", "region", "PLATFORM", "region", "OPERATOR", "role");
        Set<String> roles = new TreeSet<>();

        for (JsonNode client : realm.path("clients")) {
            Map<String, String> claims = new HashMap<>();
            for (JsonNode mapper : client.path("protocolMappers")) {
                JsonNode config = mapper.path("config");
                claims.put(
                        mapper.path("name").asString(""),
                        config.path("claim.value")
                                .asString(
                                        config.path("included.custom.audience").asString("")));
            }
            String role = claims.getOrDefault("role", "");
            roles.add(role);
            assertThat(claims)
                    .containsEntry("audience", "crosscare")
                    .containsKeys("sub", needed.getOrDefault(role, "role"));
            assertThat(client.path("secret").asString("")).isEqualTo("${" + role + "_CLIENT_SECRET}");
            assertThat(compose().variables()).contains(role + "_CLIENT_SECRET");
            assertThat(client.path("attributes")
                            .path("access.token.signed.response.alg")
                            .asString(""))
                    .isEqualTo("RS256");
        }
        assertThat(roles).isEqualTo(new TreeSet<>(needed.keySet()));
        assertThat(ComposeFile.environment(compose().services().get("gateway")))
                .containsEntry(
                        "CROSSCARE_IDENTITY_ISSUER",
                        "http://127.0.0.1:8180/realms/" + realm.path("realm").asString(""));
    }

    private static ComposeFile compose() {
        return ComposeFile.of(StrictYaml.read(ROOT.resolve("docker-compose.yml")));
    }

    private static String schemaVersion() throws IOException {
        return Json.read(Files.readString(ROOT.resolve("deploy/grafana/package.json")))
                .path("devDependencies")
                .path("@grafana/schema")
                .asString("");
    }

    private Tool.Ended makeKeys() {
        return new Tool(Path.of(System.getProperty("java.home"), "bin", "java"))
                .run(
                        folder,
                        List.of(
                                DOCKER.resolve("keys/src/io/crosscare/keys/MakeKeys.java")
                                        .toString(),
                                folder.toString()));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private static Set<String> quoted(String text) {
        return Pattern.compile("'([A-Za-z_]+)'")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the sources of modules name as a collection, written out or by a constant. */
    private static Set<String> collectionsOf(String... modules) throws IOException {
        Pattern written = Pattern.compile(
                "(?:getCollection\\(|new CopyForm<>\\()\\s*\"(\\w+)\"|new (?:MongoDocuments|Pieces)\\(\\w+,"
                        + " \"(\\w+)\"");
        Pattern constant = Pattern.compile("getCollection\\(\\s*(?:\\w+\\.)?([A-Z_]+)");
        Set<String> names = new TreeSet<>();
        for (String module : modules) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String source = Files.readString(file);
                    written.matcher(source)
                            .results()
                            .forEach(found -> names.add(found.group(1) == null ? found.group(2) : found.group(1)));
                    constant.matcher(source)
                            .results()
                            .forEach(found -> Pattern.compile("String " + found.group(1) + " = \"(\\w+)\"")
                                    .matcher(source)
                                    .results()
                                    .forEach(value -> names.add(value.group(1))));
                }
            }
        }
        return names;
    }
}
