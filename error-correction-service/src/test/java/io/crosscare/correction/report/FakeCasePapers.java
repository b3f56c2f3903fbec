package io.crosscare.correction.report;

import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.Disclosure;
import io.crosscare.correction.report.model.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The papers for tests, kept to the same contract as the store's. */
final class FakeCasePapers implements CasePapers {

    private final Map<String, Reported> reports = new ConcurrentHashMap<>();
    private final Map<String, Attached> attachments = new ConcurrentHashMap<>();
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final List<Disclosure> trail = new ArrayList<>();
    private boolean isTrailBroken;

    void breakTrail() {
        isTrailBroken = true;
    }

    @Override
    public Mono<Boolean> addReport(Reported reported) {
        return Mono.fromSupplier(() -> reports.putIfAbsent(reported.receipt().key(), reported) == null);
    }

    @Override
    public Mono<Reported> findReport(String key) {
        return Mono.fromSupplier(() -> reports.get(key));
    }

    @Override
    public Flux<Report> reportsOf(CaseId caseId) {
        return Flux.fromStream(() -> reports.values().stream()
                .map(Reported::report)
                .filter(report -> report.caseId().equals(caseId))
                .sorted(Comparator.comparing(Report::at).thenComparing(Report::id)));
    }

    @Override
    public Mono<Boolean> addAttachment(Attached attached, String base64) {
        return Mono.fromSupplier(() -> add(attached, base64));
    }

    private synchronized boolean add(Attached attached, String base64) {
        String place =
                placeOf(attached.attachment().caseId(), attached.attachment().number());
        boolean isTaken = contents.containsKey(place)
                || attachments.containsKey(attached.receipt().key());
        if (!isTaken) {
            contents.put(place, base64);
            attachments.put(attached.receipt().key(), attached);
        }
        return !isTaken;
    }

    @Override
    public Mono<Attached> findAttachment(String key) {
        return Mono.fromSupplier(() -> attachments.get(key));
    }

    @Override
    public Flux<Attachment> attachmentsOf(CaseId caseId) {
        return Flux.fromStream(() -> attachments.values().stream()
                .map(Attached::attachment)
                .filter(attachment -> attachment.caseId().equals(caseId))
                .sorted(Comparator.comparingInt(Attachment::number)));
    }

    @Override
    public Mono<String> contentOf(CaseId caseId, int number) {
        return Mono.fromSupplier(() -> contents.get(placeOf(caseId, number)));
    }

    @Override
    public Mono<Void> note(Disclosure disclosure) {
        return Mono.fromRunnable(() -> {
            if (isTrailBroken) {
                throw new IllegalStateException("no trail");
            }
            trail.add(disclosure);
        });
    }

    @Override
    public Flux<Disclosure> disclosuresOf(CaseId caseId, int limit) {
        return Flux.fromStream(() -> trail.stream()
                        .filter(disclosure -> disclosure.caseId().equals(caseId))
                        .sorted(Comparator.comparing(Disclosure::at).reversed()))
                .take(limit);
    }

    private static String placeOf(CaseId caseId, int number) {
        return caseId + ":" + number;
    }
}
