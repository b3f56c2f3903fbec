package io.crosscare.filing.paper;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.disclosure.NotePersonalDataReads;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.Receipts;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.paper.model.FilingForm;
import io.crosscare.filing.paper.model.KeptForm;
import io.crosscare.filing.paper.model.Scan;
import io.crosscare.filing.paper.model.ScanKind;
import io.crosscare.filing.paper.model.ScanRead;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the papers of a filing: each once per key, numbered from 1. Whoever may see the filing may bring papers; every look at
 * a scan or at the forms is noted before they are given.
 */
public final class KeepPapers {

    private static final int ATTEMPTS_MAX = 8;
    private static final int READS_SHOWN_MAX = 100;
    private static final String SCAN_DOOR = "GET /filings/{id}/scans/{number}";
    private static final String FORMS_DOOR = "GET /filings/{id}/forms";
    private static final String SCAN_READ = "查看备案扫描件 · a scan of a filing";
    private static final String FORMS_READ = "查看备案登记表 · the forms of a filing";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Filings filings;
    private final FilingRules rules;
    private final Papers papers;
    private final NotePersonalDataReads noting;
    private final Receipts receipts;
    private final Clock clock;

    public KeepPapers(
            Filings filings,
            FilingRules rules,
            Papers papers,
            NotePersonalDataReads noting,
            Receipts receipts,
            Clock clock) {
        this.filings = filings;
        this.rules = rules;
        this.papers = papers;
        this.noting = noting;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** The content of a scan, as Base64. */
    public record ScanContent(Scan scan, String base64) {}

    /** The scans of a filing, and who looked at them last. */
    public record Scans(List<Scan> all, List<ScanRead> reads) {}

    public Mono<PaperOutcome> keepScan(FilingId id, String material, String base64, Caller caller, IdempotencyKey key) {
        String said = "scan," + material + "," + base64;
        byte[] content = Base64.getDecoder().decode(base64);
        Receipt receipt = receipts.ofAct(caller, key, id, said);
        return withFiling(id, caller, filing -> {
            Optional<ScanKind> kind = ScanKind.of(content);
            if (kind.isEmpty()) {
                return Mono.just(new PaperOutcome.NoScan());
            }
            if (!rules.require(filing.terms().insuredRegion()).materialCodes().contains(material)) {
                return Mono.just(new PaperOutcome.MaterialUnknown());
            }
            return attempt(
                    () -> papers.findScanByKey(receipt.key())
                            .map(before -> before.content().equals(receipt.content())
                                    ? new PaperOutcome.ScanReplayed(before.scan())
                                    : new PaperOutcome.KeyReused()),
                    () -> addScan(scanOf(id, kind.get(), material, content.length, caller), base64, receipt),
                    ATTEMPTS_MAX);
        });
    }

    public Mono<PaperOutcome> keepForm(FilingId id, FilingForm form, String said, Caller caller, IdempotencyKey key) {
        Receipt receipt = receipts.ofAct(caller, key, id, "form," + said);
        return withFiling(
                id,
                caller,
                _ -> attempt(
                        () -> papers.findFormByKey(receipt.key())
                                .map(before -> before.content().equals(receipt.content())
                                        ? new PaperOutcome.FormReplayed(before.form())
                                        : new PaperOutcome.KeyReused()),
                        () -> addForm(id, form, caller, receipt),
                        ATTEMPTS_MAX));
    }

    /** Empty where there is no such filing, or not for this caller. */
    public Mono<Scans> scansOf(FilingId id, Caller caller) {
        return visible(id, caller)
                .flatMap(_ -> papers.scansOf(id)
                        .zipWith(papers.readsOf(id, READS_SHOWN_MAX).collectList(), Scans::new));
    }

    /** The forms, once the look at them is noted; empty where there is no such filing, or not for this caller. */
    public Mono<List<KeptForm>> formsOf(FilingId id, Caller caller) {
        return visible(id, caller)
                .flatMap(filing -> papers.formsOf(id)
                        .delayUntil(forms -> forms.isEmpty()
                                ? Mono.empty()
                                : noting.note(filing.terms().personId(), caller, FORMS_DOOR, FORMS_READ)));
    }

    /** The content, once the look at it is noted; empty where there is none, or not for this caller. */
    public Mono<ScanContent> look(FilingId id, int number, Caller caller) {
        return visible(id, caller)
                .flatMap(filing -> papers.scansOf(id)
                        .flatMapMany(Flux::fromIterable)
                        .filter(scan -> scan.number() == number)
                        .next()
                        .delayUntil(_ -> noteLook(filing, number, caller))
                        .flatMap(scan -> papers.contentOf(id, number).map(content -> new ScanContent(scan, content))));
    }

    private Mono<Void> noteLook(Filing filing, int number, Caller caller) {
        return papers.noteRead(new ScanRead(filing.id(), number, clock.instant(), caller.subject()))
                .then(noting.note(filing.terms().personId(), caller, SCAN_DOOR, SCAN_READ));
    }

    private Mono<Filing> visible(FilingId id, Caller caller) {
        return filings.find(id).filter(filing -> isVisible(filing, caller));
    }

    private static boolean isVisible(Filing filing, Caller caller) {
        return switch (caller) {
            case Caller.Agency agency -> agency.isAgencyOf(filing.terms().insuredRegion());
            case Caller.Insured insured -> insured.isPerson(filing.terms().personId());
            case Caller.Hospital hospital ->
                hospital.institution().equals(filing.content().basis().hospital());
            case Caller.Platform _, Caller.Operator _, Caller.Service _ -> false;
        };
    }

    private Mono<PaperOutcome> withFiling(FilingId id, Caller caller, Function<Filing, Mono<PaperOutcome>> keep) {
        return visible(id, caller)
                .map(keep)
                .defaultIfEmpty(Mono.just(new PaperOutcome.NotVisible()))
                .flatMap(outcome -> outcome);
    }

    /** Something that may come to nothing, when another request was faster. */
    private interface Attempt {

        Mono<PaperOutcome> make();
    }

    private static Mono<PaperOutcome> attempt(Attempt replay, Attempt add, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return Mono.defer(replay::make)
                .switchIfEmpty(Mono.defer(add::make))
                .switchIfEmpty(Mono.defer(() -> attempt(replay, add, attemptsLeft - 1)));
    }

    /** The first; its number is found when it is added. */
    private Scan scanOf(FilingId id, ScanKind kind, String material, int sizeBytes, Caller caller) {
        return new Scan(id, 1, kind, material, sizeBytes, clock.instant(), caller.subject());
    }

    private Mono<PaperOutcome> addScan(Scan first, String base64, Receipt receipt) {
        return papers.scansOf(first.filingId()).flatMap(all -> {
            if (all.size() >= Scan.PER_FILING_MAX) {
                return Mono.just(new PaperOutcome.TooMany(Scan.PER_FILING_MAX));
            }
            Scan scan = first.numbered(all.size() + 1);
            return papers.addScan(scan, base64, receipt.key(), receipt.content())
                    .filter(isKept -> isKept)
                    .map(_ -> new PaperOutcome.ScanKept(scan));
        });
    }

    private Mono<PaperOutcome> addForm(FilingId id, FilingForm form, Caller caller, Receipt receipt) {
        return papers.formsOf(id).flatMap(all -> {
            if (all.size() >= KeptForm.PER_FILING_MAX) {
                return Mono.just(new PaperOutcome.TooMany(KeptForm.PER_FILING_MAX));
            }
            KeptForm kept = new KeptForm(id, all.size() + 1, form, clock.instant(), caller.subject());
            return papers.addForm(kept, receipt.key(), receipt.content())
                    .filter(isKept -> isKept)
                    .map(_ -> new PaperOutcome.FormKept(kept));
        });
    }
}
