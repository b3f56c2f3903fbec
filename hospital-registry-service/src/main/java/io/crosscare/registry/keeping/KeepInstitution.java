package io.crosscare.registry.keeping;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.directory.Institutions;
import io.crosscare.registry.directory.Institutions.Receipt;
import io.crosscare.registry.directory.Institutions.Recording;
import io.crosscare.registry.model.ChangeKind;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionChange;
import io.crosscare.registry.model.InstitutionDifference;
import io.crosscare.registry.model.Outage;
import io.crosscare.registry.model.Suspension;
import io.crosscare.registry.model.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Announces a suspension, its end or an outage of one institution, once for each key of its keeper. */
public final class KeepInstitution {

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final int SUSPENSIONS_MAX = 50;
    private static final int OUTAGES_MAX = 50;
    private static final Duration OUTAGES_KEPT_FOR = Duration.ofDays(90);

    private final Institutions institutions;
    private final Runnable publish;
    private final Clock clock;

    public KeepInstitution(Institutions institutions, Runnable publish, Clock clock) {
        this.institutions = institutions;
        this.publish = publish;
        this.clock = clock;
    }

    public Mono<KeepingOutcome> announce(
            InstitutionCode code, Announcement announcement, Caller caller, IdempotencyKey key) {
        Receipt receipt = new Receipt(
                Sha256.of(Keepers.ownerOf(caller) + "/" + key.value()), Sha256.of(code.value() + " " + announcement));
        return institutions
                .find(code.value())
                .flatMap(found -> Keepers.isKeeper(caller, found.value().region())
                        ? attempt(code, announcement, caller, receipt, ATTEMPTS_MAX)
                        : Mono.<KeepingOutcome>just(new KeepingOutcome.NotKeeper()))
                .defaultIfEmpty(new KeepingOutcome.NoSuchInstitution());
    }

    private Mono<KeepingOutcome> attempt(
            InstitutionCode code, Announcement announcement, Caller caller, Receipt receipt, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return institutions
                .findBy(receipt)
                .flatMap(this::outcomeOf)
                .switchIfEmpty(Mono.defer(() -> recordAnew(code, announcement, caller, receipt)))
                .switchIfEmpty(Mono.defer(() -> attempt(code, announcement, caller, receipt, attemptsLeft - 1)));
    }

    /** Empty when another change was faster and the institution has to be read again. */
    private Mono<KeepingOutcome> recordAnew(
            InstitutionCode code, Announcement announcement, Caller caller, Receipt receipt) {
        return institutions.find(code.value()).flatMap(present -> switch (effectOf(announcement, present.value())) {
            case Effect.None(KeepingOutcome why) -> Mono.just(why);
            case Effect.Changed changed ->
                institutions.record(changeOf(present, changed, caller), receipt).flatMap(this::outcomeOf);
        });
    }

    private Mono<KeepingOutcome> outcomeOf(Recording recording) {
        return switch (recording) {
            case Recording.Done(var recorded) -> {
                publish.run();
                yield Mono.just(new KeepingOutcome.Done(recorded));
            }
            case Recording.Replayed(var recorded) -> Mono.just(new KeepingOutcome.Replayed(recorded));
            case Recording.KeyReused _ -> Mono.just(new KeepingOutcome.KeyReused());
            case Recording.MovedOn _ -> Mono.empty();
        };
    }

    private Effect effectOf(Announcement announcement, Institution before) {
        return switch (announcement) {
            case Announcement.Suspend(Suspension suspension) -> suspended(before, suspension);
            case Announcement.Resume(LocalDate on, String reason) -> resumed(before, on, reason);
            case Announcement.Announce(Outage outage) -> announced(before, outage);
        };
    }

    private InstitutionChange changeOf(Versioned<Institution> before, Effect.Changed effect, Caller caller) {
        return new InstitutionChange(
                effect.kind(),
                effect.after(),
                before.version() + 1,
                InstitutionDifference.between(before.value(), effect.after()),
                effect.effectiveFrom(),
                caller.subject(),
                caller.role().name(),
                effect.reason(),
                clock.instant());
    }

    private static Effect suspended(Institution before, Suspension suspension) {
        List<Suspension> all = new ArrayList<>(before.suspensions());
        if (all.stream().anyMatch(suspension::overlaps)) {
            return new Effect.None(new KeepingOutcome.Overlapping());
        }
        if (all.size() == SUSPENSIONS_MAX) {
            return new Effect.None(new KeepingOutcome.TooMany());
        }
        all.add(suspension);
        return new Effect.Changed(
                ChangeKind.SUSPENDED, before.withSuspensions(all), suspension.from(), suspension.reason());
    }

    /** The one in force on the day ends the day before; one that would begin on it is called off. */
    private static Effect resumed(Institution before, LocalDate on, String reason) {
        Suspension ended = before.suspensionOn(on).orElse(null);
        if (ended == null) {
            return new Effect.None(new KeepingOutcome.NotSuspended());
        }
        List<Suspension> all = new ArrayList<>(before.suspensions());
        all.remove(ended);
        if (ended.from().isBefore(on)) {
            all.add(new Suspension(ended.from(), on.minusDays(1), ended.reason()));
        }
        return new Effect.Changed(ChangeKind.RESUMED, before.withSuspensions(all), on, reason);
    }

    /** Announcements long past make room: the history has them. */
    private Effect announced(Institution before, Outage outage) {
        Instant oldest = clock.instant().minus(OUTAGES_KEPT_FOR);
        List<Outage> all = new ArrayList<>(
                before.outages().stream().filter(one -> !one.isOverAt(oldest)).toList());
        if (all.size() >= OUTAGES_MAX) {
            return new Effect.None(new KeepingOutcome.TooMany());
        }
        all.add(outage);
        LocalDate firstDay = LocalDate.ofInstant(outage.from(), ChinaTime.ZONE);
        return new Effect.Changed(ChangeKind.OUTAGE_ANNOUNCED, before.withOutages(all), firstDay, outage.zh());
    }

    /** What an announcement does to an institution as it is. */
    private sealed interface Effect {

        record Changed(ChangeKind kind, Institution after, LocalDate effectiveFrom, String reason) implements Effect {}

        record None(KeepingOutcome why) implements Effect {}
    }
}
