package io.crosscare.registry.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.upload.TakeOver;
import io.crosscare.registry.upload.model.UploadKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Every version of a filing is to go up, as filing-service published it: it holds no personal data but the random personId. */
public final class TakeFilings implements EventHandler {

    public static final Topic TOPIC = Topic.state("filing.filing.v1");

    private final TakeOver takeOver;

    public TakeFilings(TakeOver takeOver) {
        this.takeOver = takeOver;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        String region = event.bodyAs(FilingMessage.class).insuredRegion();
        if (region == null) {
            throw new PoisonEvent("a filing has an insured region");
        }
        try {
            return takeOver.tell(new TakeOver.Told(
                    UploadKind.FILING, event.key(), event.version(), new RegionCode(region), event.body()));
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("the insured region is not a region code", e);
        }
    }

    /** What is read of {@code filing.filing.v1}; the rest goes up as it is. */
    private record FilingMessage(@Nullable String insuredRegion) {}
}
