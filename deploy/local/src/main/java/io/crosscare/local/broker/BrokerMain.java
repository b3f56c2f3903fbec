package io.crosscare.local.broker;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the broker as a process of its own until it is asked to stop. Prints one line to standard output when it is ready. */
@Command(name = "broker", mixinStandardHelpOptions = true, description = "A Kafka broker for this machine only.")
public final class BrokerMain implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "folder of the broker's data, formatted the first time")
    private Path data = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "port for clients on 127.0.0.1 (0: any)")
    private int port;

    @Option(
            names = "--controller-port",
            paramLabel = "M",
            defaultValue = "0",
            description = "port of the node's controller on 127.0.0.1 (0: any)")
    private int controllerPort;

    private BrokerMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BrokerMain()).execute(arguments));
    }

    @Override
    public Integer call() {
        Broker broker = Broker.start(data, port, controllerPort);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("Kafka broker ready on " + broker.bootstrapServers() + ", for this machine only");
        broker.awaitStop();
        return 0;
    }
}
