package io.crosscare.local.suite;

import io.crosscare.local.broker.BrokerMain;
import io.crosscare.local.data.DataFolder;
import io.crosscare.local.store.DocumentStoreMain;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the command lines of a suite: stores first, then the services in the order of their ports. */
final class Programs {

    private static final String DOCUMENTS = "documents";
    private static final String EVENTS = "events";
    private static final String BROKER_HEAP_MAX = "256m";

    /** The store's library warns of every aggregation that names a batch size, which the driver always does. */
    private static final String QUIET_AGGREGATION =
            "-Dorg.slf4j.simpleLogger.log.de.bwaldvogel.mongo.backend.aggregation.Aggregation=error";

    /** A rehearsal runs beside a suite that people use. */
    private static final List<String> AT_LOWEST_PRIORITY =
            Files.isExecutable(Path.of("/usr/bin/nice")) ? List.of("/usr/bin/nice", "-n", "19") : List.of();

    private final Layout layout;
    private final Path java;
    private final Effort effort;
    private final Map<String, StartupCache> caches;

    Programs(Layout layout, Path java, Effort effort) {
        this(layout, java, effort, StartupCaches.of(layout, effort));
    }

    private Programs(Layout layout, Path java, Effort effort, Map<String, StartupCache> caches) {
        this.layout = layout;
        this.java = java;
        this.effort = effort;
        this.caches = caches;
    }

    /** The same programs started as if no cache had ever been trained. */
    Programs withoutCaches() {
        return new Programs(layout, java, effort, Map.of());
    }

    /** The caches by program name; none for programs that do without. */
    Map<String, StartupCache> caches() {
        return caches;
    }

    /** All programs for one data directory; those whose cache is out of date train a new one when asked to. */
    List<Program> of(DataFolder data, Ports ports, Stores stores, boolean trains) {
        List<Program> programs = new ArrayList<>();
        if (stores.mongo().isEmpty()) {
            programs.add(documents(data, ports, trains));
        }
        if (stores.kafka().isEmpty()) {
            programs.add(events(data, ports, trains));
        }
        for (ServiceName service : ServiceName.values()) {
            programs.add(service(service, data, ports, stores, trains));
        }
        return programs;
    }

    private Program documents(DataFolder data, Ports ports, boolean trains) {
        List<String> command = new ArrayList<>(javaCommand(DOCUMENTS, effort.documentsHeapMax(), trains));
        command.addAll(local(DocumentStoreMain.class));
        command.addAll(List.of("--data", data.documents().toString(), "--port", String.valueOf(ports.documents())));
        return new Program(
                DOCUMENTS,
                "文档库",
                Program.Kind.STORE,
                "mongodb://" + Ports.HOST + ":" + ports.documents() + "/",
                layout.localFolder(),
                command,
                Map.of(),
                log(data, DOCUMENTS),
                new Probe.PortOpen(ports.documents()));
    }

    private Program events(DataFolder data, Ports ports, boolean trains) {
        List<String> command = new ArrayList<>(javaCommand(EVENTS, BROKER_HEAP_MAX, trains));
        command.addAll(local(BrokerMain.class));
        command.addAll(List.of(
                "--data", data.events().toString(),
                "--port", String.valueOf(ports.events()),
                "--controller-port", String.valueOf(ports.controller())));
        return new Program(
                EVENTS,
                "消息",
                Program.Kind.STORE,
                Ports.HOST + ":" + ports.events() + " (Kafka)",
                layout.localFolder(),
                command,
                Map.of(),
                log(data, EVENTS),
                new Probe.PortOpen(ports.events()));
    }

    private Program service(ServiceName service, DataFolder data, Ports ports, Stores stores, boolean trains) {
        String management = "http://" + Ports.HOST + ":" + ports.managementOf(service);
        List<String> command = new ArrayList<>(javaCommand(service.title(), effort.heapMax(), trains));
        command.addAll(List.of("-jar", service.module() + ".jar"));
        command.addAll(settings(service, data, ports));
        return new Program(
                service.title(),
                service.chinese(),
                Program.Kind.SERVICE,
                ports.url(service),
                Extraction.of(layout, service).folder(),
                command,
                Map.of(
                        "CROSSCARE_MONGO_URI", stores.mongoUri(ports),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS", stores.bootstrapServers(ports)),
                log(data, service.title()),
                new Probe.HttpOk(URI.create(management + "/actuator/health/readiness")));
    }

    private List<String> javaCommand(String name, String heapMax, boolean trains) {
        StartupCache cache = caches.get(name);
        return Stream.of(
                        trains ? AT_LOWEST_PRIORITY : List.<String>of(),
                        List.of(java.toString()),
                        effort.sharedOptions(),
                        effort.ownOptions(),
                        List.of("-Xmx" + heapMax),
                        cache == null ? List.<String>of() : cache.options(cache.use(trains)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> local(Class<?> main) {
        return List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", QUIET_AGGREGATION, "-cp", "local.jar", main.getName());
    }

    private static List<String> settings(ServiceName service, DataFolder data, Ports ports) {
        return List.of(
                "--spring.profiles.active=local",
                "--server.address=" + Ports.HOST,
                "--server.port=" + ports.of(service),
                "--management.server.address=" + Ports.HOST,
                "--management.server.port=" + ports.managementOf(service),
                "--crosscare.keys.directory=" + data.keys(),
                "--crosscare.services.filing=" + ports.url(ServiceName.FILING),
                "--crosscare.services.settlement=" + ports.url(ServiceName.SETTLEMENT),
                "--crosscare.services.registry=" + ports.url(ServiceName.REGISTRY),
                "--crosscare.services.correction=" + ports.url(ServiceName.CORRECTION));
    }

    private static Path log(DataFolder data, String name) {
        return data.logs().resolve(name + ".log");
    }

    /** Where the cache of each program lies and what it must have been trained on. */
    private static final class StartupCaches {

        static Map<String, StartupCache> of(Layout layout, Effort effort) {
            Map<String, StartupCache> caches = new LinkedHashMap<>();
            Path local = layout.localFolder();
            String localPrint = Fingerprint.of(local.resolve("local.jar"), effort.sharedOptions());
            for (String store : List.of(DOCUMENTS, EVENTS)) {
                caches.put(store, new StartupCache(local, store, localPrint));
            }
            for (ServiceName service : ServiceName.values()) {
                String print = Fingerprint.of(layout.jar(service), effort.sharedOptions());
                Path folder = Extraction.of(layout, service).folder();
                caches.put(service.title(), new StartupCache(folder, service.title(), print));
            }
            return caches;
        }
    }
}
