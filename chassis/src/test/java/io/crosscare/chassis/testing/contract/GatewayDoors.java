package io.crosscare.chassis.testing.contract;

import io.crosscare.chassis.testing.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The doors the gateway opens. Services have none of its classes, so they read the source of its table. */
public record GatewayDoors(List<Door> doors) {

    private static final String ROUTE_TABLE = "gateway/src/main/java/io/crosscare/gateway/routes/RouteTable.java";
    private static final Pattern DOOR = Pattern.compile("new Door\\((GET|POST|PUT), \"([^\"]+)\", ([A-Z]+)\\)");

    public GatewayDoors {
        doors = List.copyOf(doors);
    }

    /**
     * One of them.
     *
     * @param service the module's short name
     */
    public record Door(String method, String path, String service) {

        public String id() {
            return method + " " + path;
        }
    }

    public static GatewayDoors read() {
        try {
            String table = Files.readString(RepositoryRoot.find().resolve(ROUTE_TABLE));
            return new GatewayDoors(DOOR.matcher(table)
                    .results()
                    .map(door ->
                            new Door(door.group(1), door.group(2), door.group(3).toLowerCase(Locale.ROOT)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of the table. */
    List<Door> of(String service) {
        return doors.stream().filter(door -> door.service().equals(service)).toList();
    }
}
