package io.crosscare.correction.desk.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.correction.desk.RecordUpload;
import io.crosscare.correction.desk.model.Fact.UploadStated;
import reactor.core.publisher.Mono;

/** Hears how far filings have come on their way to the upper platform. */
public final class UploadTopic implements EventHandler {

    public static final Topic TOPIC = Topic.state("registry.filing-upload.v1");

    private final RecordUpload recordUpload;

    public UploadTopic(RecordUpload recordUpload) {
        this.recordUpload = recordUpload;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        return recordUpload.record(read(event));
    }

    private static UploadStated read(ReceivedEvent event) {
        try {
            return event.bodyAs(UploadMessage.class).toStated();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw PoisonEvent.unreadable("an upload", event, UploadMessage.class, e);
        }
    }
}
