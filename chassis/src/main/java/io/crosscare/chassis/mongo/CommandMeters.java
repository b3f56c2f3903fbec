package io.crosscare.chassis.mongo;

import com.mongodb.event.CommandEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.mongodb.DefaultMongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoCommandTagsProvider;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsCommandListener;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * How long commands to the store take, by command, collection and success. Leaves out what is new with every start of a
 * process, so that a restart makes no new series.
 */
public final class CommandMeters implements MongoCommandTagsProvider {

    private static final Set<String> TOLD = Set.of("command", "collection", "status");

    private final MongoCommandTagsProvider all = new DefaultMongoCommandTagsProvider();

    private CommandMeters() {}

    public static CommandListener on(MeterRegistry meters) {
        return new MongoMetricsCommandListener(meters, new CommandMeters());
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        all.commandStarted(event);
    }

    @Override
    public List<Tag> commandTags(CommandEvent event) {
        return StreamSupport.stream(all.commandTags(event).spliterator(), false)
                .filter(tag -> TOLD.contains(tag.getKey()))
                .toList();
    }
}
