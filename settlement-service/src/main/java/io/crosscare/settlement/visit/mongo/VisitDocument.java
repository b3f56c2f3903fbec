package io.crosscare.settlement.visit.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head.HeadName;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Marker;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitFile;
import io.crosscare.settlement.visit.model.VisitState;
import io.crosscare.settlement.visit.model.WithdrawnLines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is stored. Public for the driver's record codec.
 *
 * @param requestKey institution and the registering caller's key, unique
 * @param visitKey institution, person and the hospital's number, unique; of a cancelled visit with its id, so that the number
 *     is free
 * @param partiesKey institution and person
 * @param marker present while {@code state} is {@code SETTLING}, and {@code settlingKey} with it: person and key
 * @param pending whether {@code unpublished} holds anything
 * @param diagnoses absent in visits of before there were any; {@code acts} and {@code parts} too
 * @param idle absent where there is none; {@code withdrawn} too
 */
public record VisitDocument(
        @BsonId String id,
        String state,
        long version,
        String requestKey,
        String requestHash,
        String visitKey,
        String partiesKey,
        String personId,
        String insuredRegion,
        String institution,
        String careRegion,
        String serviceType,
        String startedOn,
        @Nullable String endedOn,
        String cardKind,
        String visitNumber,
        @Nullable String specialTreatment,
        Instant registeredAt,
        List<String> chunks,
        List<BatchDocument> batches,
        @Nullable MarkerDocument marker,
        @Nullable String settlingKey,
        @Nullable Instant settlingSince,
        List<UnpublishedDocument> unpublished,
        boolean pending,
        @Nullable List<DiagnosisDocument> diagnoses,
        @Nullable List<VisitActDocument> acts,
        @Nullable List<PartDocument> parts,
        @Nullable List<RequestDocument> idle,
        @Nullable List<WithdrawnDocument> withdrawn) {

    static final String SETTLING = VisitState.SETTLING.name();

    static String visitKeyOf(InstitutionCode institution, PersonId person, String visitNumber) {
        return partiesKeyOf(institution, person) + "/" + visitNumber;
    }

    private static String visitKeyOf(Visit visit) {
        Registration one = visit.registration();
        String key = visitKeyOf(one.institution(), one.person(), one.visitNumber());
        return visit instanceof Visit.Cancelled ? key + "/" + visit.id().value() : key;
    }

    static String partiesKeyOf(InstitutionCode institution, PersonId person) {
        return institution + "/" + person;
    }

    static String settlingKeyOf(PersonId person, Key key) {
        return person + "/" + key.value();
    }

    static VisitDocument of(Visit visit) {
        Registration registration = visit.registration();
        LocalDate endedOn = registration.endedOn();
        Marker marker = visit instanceof Visit.Settling settling ? settling.marker() : null;
        return new VisitDocument(
                visit.id().value(),
                visit.state().name(),
                visit.version(),
                registration.request().key(),
                registration.request().hash().value(),
                visitKeyOf(visit),
                partiesKeyOf(registration.institution(), registration.person()),
                registration.person().value(),
                registration.insuredRegion().value(),
                registration.institution().value(),
                registration.careRegion().value(),
                registration.serviceType().name(),
                registration.startedOn().toString(),
                endedOn == null ? null : endedOn.toString(),
                registration.cardKind().name(),
                registration.visitNumber(),
                registration.specialTreatment(),
                registration.registeredAt(),
                visit.fees().chunks(),
                visit.fees().batches().stream().map(BatchDocument::of).toList(),
                marker == null ? null : MarkerDocument.of(marker),
                marker == null ? null : settlingKeyOf(registration.person(), marker.key()),
                marker == null ? null : marker.since(),
                visit.unpublished().stream().map(UnpublishedDocument::of).toList(),
                !visit.unpublished().isEmpty(),
                visit.file().diagnoses().stream().map(DiagnosisDocument::of).toList(),
                visit.file().acts().stream().map(VisitActDocument::of).toList(),
                visit.fees().parts().stream().map(PartDocument::of).toList(),
                orNull(visit.file().idle().stream().map(RequestDocument::of).toList()),
                orNull(WithdrawnDocument.of(visit.file().withdrawn())));
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    Visit toVisit() {
        Registration registration = registration();
        FeeSheet fees = new FeeSheet(
                chunks,
                batches.stream().map(BatchDocument::toBatch).toList(),
                parts == null
                        ? List.of()
                        : parts.stream().map(PartDocument::toPart).toList());
        List<Unpublished> entries =
                unpublished.stream().map(UnpublishedDocument::toUnpublished).toList();
        VisitFile file = file();
        return switch (VisitState.valueOf(state)) {
            case OPEN -> new Visit.Open(registration, fees, file, entries, version);
            case SETTLING -> new Visit.Settling(registration, fees, file, inFlight(), entries, version);
            case SETTLED -> new Visit.Settled(registration, fees, file, entries, version);
            case CANCELLED -> new Visit.Cancelled(registration, fees, file, entries, version);
        };
    }

    private Marker inFlight() {
        if (marker == null || settlingSince == null) {
            throw new IllegalStateException("visit " + id + " is being settled and does not say how");
        }
        return marker.toMarker(settlingSince);
    }

    private VisitFile file() {
        return new VisitFile(
                diagnoses == null
                        ? List.of()
                        : diagnoses.stream().map(DiagnosisDocument::toDiagnosis).toList(),
                acts == null
                        ? List.of()
                        : acts.stream().map(VisitActDocument::toAct).toList(),
                idle == null
                        ? List.of()
                        : idle.stream().map(RequestDocument::toRequest).toList(),
                withdrawn == null ? WithdrawnLines.NONE : WithdrawnDocument.toLines(withdrawn));
    }

    private Registration registration() {
        return new Registration(
                new VisitId(id),
                new PersonId(personId),
                new RegionCode(insuredRegion),
                new InstitutionCode(institution),
                new RegionCode(careRegion),
                ServiceType.valueOf(serviceType),
                LocalDate.parse(startedOn),
                endedOn == null ? null : LocalDate.parse(endedOn),
                CardKind.valueOf(cardKind),
                visitNumber,
                specialTreatment,
                new Registration.Request(requestKey, new ContentHash(requestHash)),
                registeredAt);
    }

    /** See {@link Unpublished}. */
    public record UnpublishedDocument(
            String entry, @Nullable String traceparent) {

        static UnpublishedDocument of(Unpublished unpublished) {
            return new UnpublishedDocument(unpublished.entry().value(), unpublished.traceparent());
        }

        Unpublished toUnpublished() {
            return new Unpublished(EntryId.parse(entry), traceparent);
        }

        /** As the codec writes it: without what is null. */
        Document toDocument() {
            Document document = new Document("entry", entry);
            return traceparent == null ? document : document.append("traceparent", traceparent);
        }
    }

    /** What the relay reads of a visit. */
    public record PendingVisitDocument(@BsonId String id, List<UnpublishedDocument> unpublished) {}

    /** See {@link FeeSheet.Batch}. */
    public record BatchDocument(
            String name,
            int lineCount,
            long totalCostFen,
            @Nullable String settledBy,
            @Nullable String part) {

        static BatchDocument of(FeeSheet.Batch batch) {
            EntryId settledBy = batch.settledBy();
            return new BatchDocument(
                    batch.name(),
                    batch.lineCount(),
                    batch.totalCost().fen(),
                    settledBy == null ? null : settledBy.value(),
                    batch.part());
        }

        FeeSheet.Batch toBatch() {
            return new FeeSheet.Batch(
                    name,
                    lineCount,
                    Money.ofFen(totalCostFen),
                    settledBy == null ? null : EntryId.parse(settledBy),
                    part);
        }
    }

    /** See {@link FeeSheet.Part}. */
    public record PartDocument(String scope, List<String> chunks) {

        static PartDocument of(FeeSheet.Part part) {
            return new PartDocument(part.scope(), part.chunks());
        }

        FeeSheet.Part toPart() {
            return new FeeSheet.Part(scope, chunks);
        }
    }

    /** See {@link Registration.Request}. */
    public record RequestDocument(String key, String hash) {

        static RequestDocument of(Registration.Request request) {
            return new RequestDocument(request.key(), request.hash().value());
        }

        Registration.Request toRequest() {
            return new Registration.Request(key, new ContentHash(hash));
        }
    }

    /** See {@link WithdrawnLines}; of one batch. */
    public record WithdrawnDocument(String batch, List<Integer> lineNumbers) {

        static List<WithdrawnDocument> of(WithdrawnLines lines) {
            return lines.numbers().entrySet().stream()
                    .map(ofBatch -> new WithdrawnDocument(ofBatch.getKey(), List.copyOf(ofBatch.getValue())))
                    .toList();
        }

        static WithdrawnLines toLines(List<WithdrawnDocument> documents) {
            SortedMap<String, NavigableSet<Integer>> numbers = new TreeMap<>();
            documents.forEach(ofBatch -> numbers.put(ofBatch.batch(), new TreeSet<>(ofBatch.lineNumbers())));
            return new WithdrawnLines(numbers);
        }
    }

    /** See {@link Marker}. */
    public record MarkerDocument(
            String scope,
            String key,
            String requestHash,
            String billHash,
            @Nullable Long previewedSeq,
            @Nullable String previewedHash,
            @Nullable String invoiceNumber,
            @Nullable List<String> flags,
            @Nullable String traceparent) {

        static MarkerDocument of(Marker marker) {
            HeadName previewed = marker.previewedHead();
            return new MarkerDocument(
                    marker.scope().text(),
                    marker.key().value(),
                    marker.requestHash().value(),
                    marker.billHash(),
                    previewed == null ? null : previewed.seq(),
                    previewed == null ? null : previewed.hash().value(),
                    marker.invoiceNumber(),
                    marker.flags().isEmpty()
                            ? null
                            : marker.flags().stream().map(Enum::name).sorted().toList(),
                    marker.traceparent());
        }

        Marker toMarker(Instant since) {
            HeadName previewed = previewedSeq == null || previewedHash == null
                    ? null
                    : new HeadName(previewedSeq, new ContentHash(previewedHash));
            return new Marker(
                    Scope.parse(scope),
                    new Key(key),
                    new ContentHash(requestHash),
                    billHash,
                    previewed,
                    invoiceNumber,
                    flags == null
                            ? Set.of()
                            : flags.stream().map(SettlementFlag::valueOf).collect(Collectors.toSet()),
                    traceparent,
                    since);
        }
    }
}
