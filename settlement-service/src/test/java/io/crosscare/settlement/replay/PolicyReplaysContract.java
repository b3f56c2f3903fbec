package io.crosscare.settlement.replay;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.replay.model.Impact;
import io.crosscare.settlement.replay.model.ImpactGroup;
import io.crosscare.settlement.replay.model.PolicyReplay;
import io.crosscare.settlement.replay.model.PolicyReplay.Asked;
import io.crosscare.settlement.replay.model.PolicyReplay.Part;
import io.crosscare.settlement.replay.model.PolicyReplay.State;
import io.crosscare.settlement.replay.model.ReplayPeriod;
import io.crosscare.settlement.replay.model.Replayed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of replays keeps. */
public abstract class PolicyReplaysContract {

    private static final Instant AT = Instant.parse("2026-11-27T01:02:03.004Z");

    private final PolicyReplay first = replay("r1", AT);
    private final PolicyReplay second = replay("r2", AT.plusSeconds(1));

    /** An empty store. */
    protected abstract PolicyReplays replays();

    @Test
    void letsOneRunAtATime() {
        PolicyReplays replays = replays();

        assertThat(await(replays.begin(first, "desk/1"))).isTrue();
        assertThat(await(replays.begin(second, "desk/2"))).isFalse();
        assertThat(await(replays.running())).isEqualTo(first);

        assertThat(await(replays.say(first.ended(State.FINISHED, AT.plusSeconds(5)))))
                .isTrue();
        assertThat(await(replays.running().hasElement())).isFalse();
        assertThat(await(replays.begin(second, "desk/2"))).isTrue();
        assertThat(await(replays.latest(5).map(PolicyReplay::id).collectList())).containsExactly("r2", "r1");
        assertThat(await(replays.latest(1).collectList())).hasSize(1);
    }

    @Test
    void takesAKeyOnce() {
        PolicyReplays replays = replays();
        await(replays.begin(first, "desk/1"));
        await(replays.say(first.ended(State.FINISHED, AT)));

        assertThat(await(replays.begin(second, "desk/1"))).isFalse();
        assertThat(await(replays.byRequest("desk/1")).id()).isEqualTo("r1");
    }

    @Test
    void keepsWhatWasFoundSoFar() {
        PolicyReplays replays = replays();
        await(replays.begin(first, "desk/1"));
        Impact loss = new Impact(1, Money.ofFen(900), Money.ofFen(800), Money.ofFen(100), Money.ofFen(200), 0, 1, 0);
        Impact refusal = new Impact(1, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0, 0, 1);
        PolicyReplay found = first.plus(
                new Part(
                        2,
                        1,
                        List.of(
                                new Replayed("p:1", group("TRANSFER"), loss, null),
                                new Replayed("p:2", group(null), refusal, "POLICY_MISSING"))),
                AT.plusSeconds(2));

        assertThat(await(replays.say(found))).isTrue();

        assertThat(await(replays.find("r1"))).isEqualTo(found);
        assertThat(found.found().total().settlements()).isEqualTo(2);
        assertThat(found.found().refused()).hasSize(1);
    }

    @Test
    void tellsARunnerThatItWasStopped() {
        PolicyReplays replays = replays();
        await(replays.begin(first, "desk/1"));
        await(replays.say(first.ended(State.CANCELLED, AT)));

        assertThat(await(replays.say(first.plus(Part.NONE, AT)))).isFalse();
        assertThat(await(replays.find("r1")).state()).isEqualTo(State.CANCELLED);
    }

    private static ImpactGroup group(@Nullable String category) {
        return new ImpactGroup(ServiceType.INPATIENT, category, InstitutionLevel.L3);
    }

    private static PolicyReplay replay(String id, Instant at) {
        return PolicyReplay.begun(
                id,
                new Asked(
                        "c".repeat(64),
                        "pack",
                        new RegionCode("321100"),
                        new ReplayPeriod(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-12-31")),
                        "desk"),
                at,
                4);
    }
}
