package io.crosscare.filing.lodging.kafka;

import io.crosscare.chassis.event.EventHandler;
import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.filing.lodging.InstitutionLevels;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import reactor.core.publisher.Mono;

/** Keeps the levels of the registry's institutions at hand, for referrals. */
public final class KeepInstitutionLevels implements EventHandler {

    public static final Topic TOPIC = Topic.state("registry.institution.v1");

    private final InstitutionLevels levels;

    public KeepInstitutionLevels(InstitutionLevels levels) {
        this.levels = levels;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Mono<Void> on(ReceivedEvent event) {
        InstitutionLevelMessage message = event.bodyAs(InstitutionLevelMessage.class);
        String code = message.code();
        String level = message.level();
        if (code == null) {
            throw new PoisonEvent("an institution has a code");
        }
        try {
            return levels.keep(
                    new InstitutionCode(code), level == null ? null : InstitutionLevel.valueOf(level), event.version());
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("the institution's code or level is none", e);
        }
    }
}
