package io.crosscare.local.broker;

import java.nio.file.Path;

/** A broker process for the power cut test. Arguments: data folder, and whether records are flushed before the answer. */
public final class PowerCutBroker {

    private PowerCutBroker() {}

    public static void main(String[] arguments) {
        NodeConfig.Flush flush =
                Boolean.parseBoolean(arguments[1]) ? NodeConfig.Flush.BEFORE_ACKNOWLEDGEMENT : NodeConfig.Flush.LATER;
        Broker broker = Broker.start(Path.of(arguments[0]), 0, 0, flush);
        System.out.println("ready at " + broker.bootstrapServers());
        broker.awaitStop();
    }
}
