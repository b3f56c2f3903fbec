package io.crosscare.settlement.replay.mongo;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.replay.model.Impact;
import io.crosscare.settlement.replay.model.ImpactGroup;
import io.crosscare.settlement.replay.model.PolicyReplay;
import io.crosscare.settlement.replay.model.PolicyReplay.Asked;
import io.crosscare.settlement.replay.model.PolicyReplay.Found;
import io.crosscare.settlement.replay.model.PolicyReplay.NewlyRefused;
import io.crosscare.settlement.replay.model.PolicyReplay.State;
import io.crosscare.settlement.replay.model.ReplayPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A replay as it is stored; public for the codec.
 *
 * @param place {@link #RUNNING} while it runs, then its id: the place is unique, so that one runs at a time
 */
public record PolicyReplayDocument(
        @BsonId String id,
        String requestKey,
        String place,
        String policyHash,
        String policyName,
        String region,
        String from,
        String to,
        String by,
        String state,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        int partsDone,
        int parts,
        long persons,
        long unreadable,
        List<ImpactDocument> impacts,
        List<RefusedDocument> refused) {

    static final String RUNNING = "running";

    /** A group as it is stored; amounts in fen. */
    public record ImpactDocument(
            String service,
            @Nullable String category,
            String level,
            long settlements,
            long fundPayBefore,
            long fundPayAfter,
            long personalPayBefore,
            long personalPayAfter,
            long winners,
            long losers,
            long newlyRefused) {

        private static ImpactDocument of(ImpactGroup group, Impact impact) {
            return new ImpactDocument(
                    group.service().name(),
                    group.category(),
                    group.level().name(),
                    impact.settlements(),
                    impact.fundPayBefore().fen(),
                    impact.fundPayAfter().fen(),
                    impact.personalPayBefore().fen(),
                    impact.personalPayAfter().fen(),
                    impact.winners(),
                    impact.losers(),
                    impact.newlyRefused());
        }

        private ImpactGroup group() {
            return new ImpactGroup(ServiceType.valueOf(service), category, InstitutionLevel.valueOf(level));
        }

        private Impact impact() {
            return new Impact(
                    settlements,
                    Money.ofFen(fundPayBefore),
                    Money.ofFen(fundPayAfter),
                    Money.ofFen(personalPayBefore),
                    Money.ofFen(personalPayAfter),
                    winners,
                    losers,
                    newlyRefused);
        }
    }

    /** A settlement that would newly fail, as it is stored. */
    public record RefusedDocument(String settlement, String reason) {}

    static PolicyReplayDocument of(PolicyReplay replay, String requestKey) {
        Asked asked = replay.asked();
        Found found = replay.found();
        return new PolicyReplayDocument(
                replay.id(),
                requestKey,
                replay.state() == State.RUNNING ? RUNNING : replay.id(),
                asked.policyHash(),
                asked.policyName(),
                asked.region().value(),
                asked.period().from().toString(),
                asked.period().to().toString(),
                asked.by(),
                replay.state().name(),
                replay.startedAt(),
                replay.seenAt(),
                replay.endedAt(),
                found.partsDone(),
                found.parts(),
                found.persons(),
                found.unreadable(),
                found.impacts().entrySet().stream()
                        .map(entry -> ImpactDocument.of(entry.getKey(), entry.getValue()))
                        .toList(),
                found.refused().stream()
                        .map(one -> new RefusedDocument(one.settlement(), one.reason()))
                        .toList());
    }

    PolicyReplay toReplay() {
        SortedMap<ImpactGroup, Impact> byGroup = new TreeMap<>();
        impacts.forEach(one -> byGroup.put(one.group(), one.impact()));
        return new PolicyReplay(
                id,
                new Asked(
                        policyHash,
                        policyName,
                        new RegionCode(region),
                        new ReplayPeriod(LocalDate.parse(from), LocalDate.parse(to)),
                        by),
                State.valueOf(state),
                startedAt,
                seenAt,
                endedAt,
                new Found(
                        partsDone,
                        parts,
                        persons,
                        unreadable,
                        byGroup,
                        refused.stream()
                                .map(one -> new NewlyRefused(one.settlement(), one.reason()))
                                .toList()));
    }
}
