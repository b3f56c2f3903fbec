package io.crosscare.filing.lodging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.event.PoisonEvent;
import io.crosscare.chassis.event.ReceivedEvent;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.testing.EventContract;
import io.crosscare.filing.lodging.FakeInstitutionLevels;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeepInstitutionLevelsTest {

    private static final String CONTRACT = EventContract.text("registry.institution.v1");
    private static final String WITHOUT_LEVEL = EventContract.text("registry.institution.v1-without-level");

    private final FakeInstitutionLevels levels = new FakeInstitutionLevels();

    @Test
    void readsWhatTheContractSays() {
        JsonNode contract = JsonMapper.builder().build().readTree(CONTRACT);

        keep(CONTRACT).as(StepVerifier::create).verifyComplete();
        Optional<InstitutionLevel> kept = levelOf(CONTRACT);
        keep(EventContract.grown(CONTRACT)).as(StepVerifier::create).verifyComplete();

        assertThat(kept).contains(InstitutionLevel.valueOf(contract.at("/level").asString()));
        assertThat(levelOf(CONTRACT)).isEqualTo(kept);
    }

    @Test
    void knowsNoLevelWhereNoneIsSaid() {
        keep(WITHOUT_LEVEL).as(StepVerifier::create).verifyComplete();

        assertThat(levelOf(WITHOUT_LEVEL)).isEmpty();
    }

    @Test
    void setsAsideWhatIsNoInstitution() {
        Mono.defer(() -> keep("{\"level\":\"L3\"}")).as(StepVerifier::create).verifyError(PoisonEvent.class);
        Mono.defer(() -> keep("{\"code\":\"H32010000001\",\"level\":\"L9\"}"))
                .as(StepVerifier::create)
                .verifyError(PoisonEvent.class);
    }

    private Mono<Void> keep(String text) {
        return new KeepInstitutionLevels(levels)
                .on(new ReceivedEvent("H", "io.crosscare.registry.institution.v1", "id", 3, Instant.EPOCH, text, null));
    }

    private Optional<InstitutionLevel> levelOf(String text) {
        String code = JsonMapper.builder().build().readTree(text).at("/code").asString();
        return levels.find(new InstitutionCode(code)).blockOptional();
    }
}
