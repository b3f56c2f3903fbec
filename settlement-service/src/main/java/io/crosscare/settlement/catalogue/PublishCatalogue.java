package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.catalogue.CatalogueIntake.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Takes a catalogue as it arrives and publishes it whole or not at all. Every flawed row is found; a refused catalogue leaves its
 * list of flaws and does not use up the key. Whoever sends a large file reads no answer before its end, so all of it is read.
 */
public final class PublishCatalogue {

    /** Catalogues that are taken at the same time, so that memory stays bounded however many are sent. */
    static final int IMPORTS_MAX = 2;

    /** Between two writings of the progress; written between rows, never in the middle of one. */
    private static final Duration PROGRESS_PAUSE = Duration.ofSeconds(1);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Semaphore places = new Semaphore(IMPORTS_MAX);
    private final CatalogueShelf catalogues;
    private final CatalogueImports imports;
    private final RandomIds ids;
    private final Clock clock;
    private final Scheduler scheduler;

    /**
     * Makes the use case.
     *
     * @param scheduler on which rows are read, so that whoever waits at a window is not kept waiting by it
     */
    public PublishCatalogue(
            CatalogueShelf catalogues, CatalogueImports imports, RandomIds ids, Clock clock, Scheduler scheduler) {
        this.catalogues = catalogues;
        this.imports = imports;
        this.ids = ids;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** The outcome, once the document has ended; a problem, once it has ended too, where as many are taken as can be. */
    public Mono<PublicationOutcome> publish(Caller.Agency agency, IdempotencyKey key, Flux<byte[]> document) {
        return Mono.defer(() -> places.tryAcquire()
                ? take(agency, key, document).doFinally(_ -> places.release())
                : document.then(Mono.error(ProblemException.busy(RETRY_AFTER))));
    }

    private Mono<PublicationOutcome> take(Caller.Agency agency, IdempotencyKey key, Flux<byte[]> document) {
        Instant now = clock.instant();
        CatalogueImport begun =
                new CatalogueImport(ids.next('c'), agency.region(), agency.subject(), 0, 0, null, 0, now, now, null);
        CatalogueIntake intake = new CatalogueIntake(agency::isAgencyOf);
        return imports.write(begun)
                .thenMany(document.publishOn(scheduler, 1).concatMap(new Progress(begun, intake)::take, 0))
                .then(Mono.defer(() -> end(agency, key, begun, intake)));
    }

    private Mono<PublicationOutcome> end(
            Caller.Agency agency, IdempotencyKey key, CatalogueImport begun, CatalogueIntake intake) {
        return switch (intake.end()) {
            case Outcome.TooLarge _ ->
                imports.write(begun.refused(intake.rows(), intake.flaws(), 0, clock.instant()))
                        .thenReturn(new PublicationOutcome.TooLarge(begun.id()));
            case Outcome.Flawed flawed
            when flawed.facts().isPresent()
                    && !agency.isAgencyOf(flawed.facts().get().region()) -> forbidden(agency, begun, intake, flawed);
            case Outcome.Flawed flawed -> refuse(begun, intake, flawed);
            case Outcome.Sound sound -> publish(agency, key, begun, sound);
        };
    }

    private Mono<PublicationOutcome> forbidden(
            Caller.Agency agency, CatalogueImport begun, CatalogueIntake intake, Outcome.Flawed flawed) {
        String own = agency.region().value();
        return refuse(begun, intake, flawed)
                .then(Mono.error(() -> ProblemException.of(
                                ProblemType.FORBIDDEN,
                                Text.of(
                                        "目录表头 region 不是本机构（" + own + "）的地区",
                                        "the heading region is not one of this agency's (" + own + ")"))
                        .with("importId", begun.id())));
    }

    private Mono<PublicationOutcome> refuse(CatalogueImport begun, CatalogueIntake intake, Outcome.Flawed flawed) {
        CatalogueImport refused = begun.refused(
                intake.rows(), flawed.count(), flawed.errorFile().pieces().size(), clock.instant());
        return imports.keepErrors(begun.id(), flawed.errorFile())
                .then(Mono.defer(() -> imports.write(refused)))
                .thenReturn(new PublicationOutcome.Refused(refused, flawed.first()));
    }

    private Mono<PublicationOutcome> publish(
            Caller.Agency agency, IdempotencyKey key, CatalogueImport begun, Outcome.Sound sound) {
        String hash = sound.document().hash();
        return imports.claim(agency.region(), key.value(), hash).flatMap(claim -> switch (claim) {
            case OTHER ->
                imports.write(begun.refused(sound.rows(), 0, 0, clock.instant()))
                        .thenReturn(new PublicationOutcome.KeyReused());
            case SAME, TAKEN ->
                catalogues
                        .version(hash)
                        .hasElement()
                        .flatMap(isKnown -> catalogues
                                .put(sound, agency.subject())
                                .flatMap(this::readied)
                                .flatMap(version -> imports.write(begun.published(hash, sound.rows(), clock.instant()))
                                        .thenReturn(new PublicationOutcome.Published(
                                                version, begun.id(), isKnown, claim == CatalogueImports.Claim.SAME))));
        });
    }

    /** Its items are read before anybody is told of it, so that no bill waits for them. */
    private Mono<CatalogueVersion> readied(CatalogueVersion version) {
        return catalogues.byHash(version.hash()).thenReturn(version);
    }

    /** Takes bytes and, now and then, writes how far it has come. */
    private final class Progress {

        private final CatalogueImport begun;
        private final CatalogueIntake intake;
        private Instant writtenAt;

        Progress(CatalogueImport begun, CatalogueIntake intake) {
            this.begun = begun;
            this.intake = intake;
            this.writtenAt = begun.startedAt();
        }

        Mono<Void> take(byte[] bytes) {
            intake.accept(bytes);
            Instant now = clock.instant();
            if (now.isBefore(writtenAt.plus(PROGRESS_PAUSE))) {
                return Mono.empty();
            }
            writtenAt = now;
            return imports.write(begun.progress(intake.rows(), intake.flaws(), now));
        }
    }
}
