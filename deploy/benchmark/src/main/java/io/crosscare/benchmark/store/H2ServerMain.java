package io.crosscare.benchmark.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;

/**
 * The H2 backend of mongo-java-server, untouched, as a process of its own: one argument, its file. It acknowledges an insert
 * before the disk has it.
 */
final class H2ServerMain {

    private H2ServerMain() {}

    public static void main(String[] arguments) {
        MongoServer server = new MongoServer(new H2Backend(Path.of(arguments[0]).toString()));
        server.bind("127.0.0.1", 0);
        System.out.println("H2 backend ready at mongodb://127.0.0.1:"
                + server.getLocalAddress().getPort() + "/");
    }
}
