package io.crosscare.acceptance.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A compose file read as strictly as no engine reads it: what is not on these lists is a fault, and so is a container that could
 * do more than it needs.
 */
final class ComposeFile {

    private static final Set<String> TOP = Set.of("name", "services", "networks", "volumes");
    private static final Set<String> KEYS = Set.of(
            "build",
            "cap_drop",
            "command",
            "depends_on",
            "entrypoint",
            "environment",
            "healthcheck",
            "image",
            "mem_limit",
            "network_mode",
            "networks",
            "pids_limit",
            "ports",
            "read_only",
            "restart",
            "security_opt",
            "tmpfs",
            "user",
            "volumes");
    private static final Set<String> BUILD = Set.of("context", "dockerfile", "target", "args");
    private static final Set<String> HEALTH =
            Set.of("test", "interval", "timeout", "retries", "start_period", "disable");

    /** The only ports that leave the networks, and only to this machine. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "gateway", "127.0.0.1:8080:8080", "keycloak", "127.0.0.1:8180:8080", "grafana", "127.0.0.1:3000:3000");

    private static final Pattern IMAGE = Pattern.compile("[a-z0-9-]+(?:/[a-z0-9-]+)?:v?\\d[\\w.-]*");
    private static final Pattern USER = Pattern.compile("[1-9]\\d*:\\d+");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern REQUIRED = Pattern.compile("([A-Z_]+):\\?set ([A-Z_]+)");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|key)$");

    private final Map<String, Object> file;
    private final List<String> faults = new ArrayList<>();

    private ComposeFile(Map<String, Object> file) {
        this.file = file;
    }

    static ComposeFile of(Map<String, Object> file) {
        return new ComposeFile(file);
    }

    Map<String, Object> services() {
        return StrictYaml.map(file.get("services"));
    }

    /** The variables that must be set. */
    Set<String> variables() {
        Set<String> names = new TreeSet<>();
        Matcher variable = VARIABLE.matcher(String.valueOf(services()));
        while (variable.find()) {
            Matcher required = REQUIRED.matcher(variable.group(1));
            names.add(required.matches() ? required.group(1) : variable.group(1));
        }
        return names;
    }

    /** What a service is told, name by name. */
    static Map<String, Object> environment(@Nullable Object service) {
        return StrictYaml.map(StrictYaml.map(service).get("environment"));
    }

    /** One line for each fault; empty for a good file. */
    List<String> faults() {
        faults.clear();
        file.keySet().stream()
                .filter(key -> !TOP.contains(key) && !key.startsWith("x-"))
                .forEach(key -> faults.add("unknown key " + key));
        services().forEach((name, service) -> look(name, StrictYaml.map(service)));
        Matcher variable = VARIABLE.matcher(String.valueOf(services()));
        while (variable.find()) {
            Matcher required = REQUIRED.matcher(variable.group(1));
            if (!required.matches() || !required.group(1).equals(required.group(2))) {
                faults.add("variable with a default or without a word: " + variable.group(1));
            }
        }
        networks();
        return List.copyOf(faults);
    }

    private void look(String name, Map<String, Object> service) {
        unknown(name, service, KEYS);
        unknown(name, StrictYaml.map(service.get("build")), BUILD);
        unknown(name, StrictYaml.map(service.get("healthcheck")), HEALTH);
        require(
                name,
                "image with a version",
                IMAGE.matcher(text(service, "image")).matches());
        require(
                name,
                "user that is not root",
                USER.matcher(text(service, "user")).matches());
        require(name, "read_only", Boolean.TRUE.equals(service.get("read_only")));
        require(name, "cap_drop ALL", List.of("ALL").equals(service.get("cap_drop")));
        require(name, "no-new-privileges", List.of("no-new-privileges:true").equals(service.get("security_opt")));
        require(name, "mem_limit", text(service, "mem_limit").matches("\\d+[mg]"));
        require(name, "pids_limit", service.get("pids_limit") instanceof Integer);
        boolean isOnce = text(service, "restart").equals("no");
        Map<String, Object> health = StrictYaml.map(service.get("healthcheck"));
        require(name, "healthcheck", isOnce ? Boolean.TRUE.equals(health.get("disable")) : health.get("test") != null);
        Object ports = service.get("ports");
        require(
                name,
                "no port but its own on this machine",
                ports == null || List.of(PUBLISHED.getOrDefault(name, "none")).equals(ports));
        boolean isAlone = "none".equals(service.get("network_mode"));
        require(
                name,
                "networks",
                isAlone || !StrictYaml.list(service.get("networks")).isEmpty());
        secrets(name, service);
        volumes(name, service);
        StrictYaml.map(service.get("depends_on"))
                .keySet()
                .forEach(other -> require(
                        name, "depends_on " + other + " that exists", services().containsKey(other)));
    }

    private void secrets(String name, Map<String, Object> service) {
        environment(service).forEach((variable, value) -> {
            boolean isGiven = REQUIRED.matcher(String.valueOf(value).replaceAll("^\\$\\{|}$", ""))
                    .matches();
            require(
                    name,
                    "secret " + variable + " from outside",
                    !SECRET.matcher(variable).matches() || isGiven);
        });
    }

    private void volumes(String name, Map<String, Object> service) {
        for (Object volume : StrictYaml.list(service.get("volumes"))) {
            String[] parts = String.valueOf(volume).split(":", -1);
            boolean isFile = parts[0].startsWith("./deploy/");
            boolean isNamed = StrictYaml.map(file.get("volumes")).containsKey(parts[0]);
            require(name, "volume " + parts[0] + " of this file or folder", isFile || isNamed);
            require(name, "file " + parts[0] + " read only", !isFile || parts[parts.length - 1].equals("ro"));
        }
    }

    /** A container on an inner network only cannot be reached from outside, whatever it listens on. */
    private void networks() {
        Map<String, Object> networks = StrictYaml.map(file.get("networks"));
        services().forEach((name, service) -> {
            List<?> own = StrictYaml.list(StrictYaml.map(service).get("networks"));
            for (Object network : own) {
                require(name, "network " + network + " of this file", networks.containsKey(String.valueOf(network)));
                boolean isInner = Boolean.TRUE.equals(
                        StrictYaml.map(networks.get(String.valueOf(network))).get("internal"));
                require(name, "no way out by " + network, isInner || PUBLISHED.containsKey(name));
            }
        });
    }

    private void unknown(String name, Map<String, Object> map, Set<String> known) {
        map.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> faults.add(name + ": unknown key " + key));
    }

    private void require(String name, String what, boolean holds) {
        if (!holds) {
            faults.add(name + ": " + what);
        }
    }

    private static String text(Map<String, Object> service, String key) {
        return Objects.toString(service.get(key), "");
    }
}
