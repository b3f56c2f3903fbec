package io.crosscare.settlement.eligibility.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.Direction;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RegionScope;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** The copies as they are stored. Days are ISO text. Public for the driver's record codec. */
public final class CopyDocuments {

    private CopyDocuments() {}

    /** See {@link PersonFacts}. */
    public record PersonDocument(
            @BsonId String id,
            String insuredRegion,
            String plan,
            String personType,
            String insuranceStatus,
            boolean schoolYear,
            List<CardDocument> cards,
            @Nullable List<DaysDocument> specialDiseases,
            long version) {

        static PersonDocument of(PersonFacts person) {
            return new PersonDocument(
                    person.id().value(),
                    person.insuredRegion().value(),
                    person.plan().name(),
                    person.personType().name(),
                    person.insuranceStatus(),
                    person.isOnSchoolYear(),
                    person.cards().stream()
                            .map(card -> new CardDocument(
                                    card.kind().name(), card.issuedBy().value(), card.state()))
                            .toList(),
                    person.specialDiseases().isEmpty()
                            ? null
                            : person.specialDiseases().stream()
                                    .map(DaysDocument::of)
                                    .toList(),
                    person.version());
        }

        PersonFacts toFacts() {
            return new PersonFacts(
                    new PersonId(id),
                    new RegionCode(insuredRegion),
                    InsurancePlan.valueOf(plan),
                    PersonType.valueOf(personType),
                    insuranceStatus,
                    schoolYear,
                    cards.stream()
                            .map(card -> new PersonFacts.Card(
                                    CardKind.valueOf(card.kind()), new RegionCode(card.issuedBy()), card.state()))
                            .toList(),
                    specialDiseases == null
                            ? List.of()
                            : specialDiseases.stream().map(DaysDocument::toDays).toList(),
                    version);
        }
    }

    /** See {@link PersonFacts.Days}. */
    public record DaysDocument(String from, @Nullable String to) {

        private static DaysDocument of(PersonFacts.Days days) {
            LocalDate to = days.to();
            return new DaysDocument(days.from().toString(), to == null ? null : to.toString());
        }

        private PersonFacts.Days toDays() {
            return new PersonFacts.Days(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        }
    }

    /** See {@link PersonFacts.Card}. */
    public record CardDocument(String kind, String issuedBy, String state) {}

    /** See {@link FilingFacts}; {@code p} is the person. */
    public record FilingDocument(
            @BsonId String id,
            String p,
            String careRegion,
            String category,
            String effectiveFrom,
            @Nullable String effectiveTo,
            String state,
            @Nullable String specialTreatment,
            long version) {

        static FilingDocument of(FilingFacts filing) {
            return new FilingDocument(
                    filing.id(),
                    filing.person().value(),
                    filing.careRegion().value(),
                    filing.category(),
                    filing.effectiveFrom().toString(),
                    text(filing.effectiveTo()),
                    filing.state(),
                    filing.specialTreatment(),
                    filing.version());
        }

        FilingFacts toFacts() {
            return new FilingFacts(
                    id,
                    new PersonId(p),
                    new RegionCode(careRegion),
                    category,
                    LocalDate.parse(effectiveFrom),
                    day(effectiveTo),
                    state,
                    specialTreatment,
                    version);
        }
    }

    /** See {@link UploadFacts}. */
    public record UploadDocument(@BsonId String id, long acceptedVersion, long version) {

        static UploadDocument of(UploadFacts upload) {
            return new UploadDocument(upload.filingId(), upload.acceptedVersion(), upload.version());
        }

        UploadFacts toFacts() {
            return new UploadFacts(id, acceptedVersion, version);
        }
    }

    /** See {@link InstitutionFacts}. */
    public record InstitutionDocument(
            @BsonId String id,
            String name,
            String region,
            @Nullable String level,
            String status,
            List<CapabilityDocument> capabilities,
            @Nullable List<SuspensionDocument> suspensions,
            long version) {

        static InstitutionDocument of(InstitutionFacts institution) {
            InstitutionLevel level = institution.level();
            return new InstitutionDocument(
                    institution.code().value(),
                    institution.name(),
                    institution.region().value(),
                    level == null ? null : level.name(),
                    institution.status(),
                    institution.capabilities().stream()
                            .map(CapabilityDocument::of)
                            .toList(),
                    institution.suspensions().stream()
                            .map(SuspensionDocument::of)
                            .toList(),
                    institution.version());
        }

        InstitutionFacts toFacts() {
            // Copies of before there were suspensions have none.
            List<SuspensionDocument> closed = suspensions == null ? List.of() : suspensions;
            return new InstitutionFacts(
                    new InstitutionCode(id),
                    name,
                    new RegionCode(region),
                    level == null ? null : InstitutionLevel.valueOf(level),
                    status,
                    capabilities.stream().map(CapabilityDocument::toFacts).toList(),
                    closed.stream().map(SuspensionDocument::toFacts).toList(),
                    version);
        }
    }

    /** See {@link InstitutionFacts.Suspension}. */
    public record SuspensionDocument(String from, @Nullable String to) {

        static SuspensionDocument of(InstitutionFacts.Suspension suspension) {
            return new SuspensionDocument(suspension.from().toString(), text(suspension.to()));
        }

        InstitutionFacts.Suspension toFacts() {
            return new InstitutionFacts.Suspension(LocalDate.parse(from), day(to));
        }
    }

    /** See {@link InstitutionFacts.Capability}. */
    public record CapabilityDocument(
            String name,
            List<String> serviceTypes,
            String direction,
            String counterpart,
            @Nullable String from,
            @Nullable String to) {

        static CapabilityDocument of(InstitutionFacts.Capability capability) {
            return new CapabilityDocument(
                    capability.name(),
                    names(capability.serviceTypes()),
                    capability.direction().name(),
                    capability.counterpart().text(),
                    text(capability.from()),
                    text(capability.to()));
        }

        InstitutionFacts.Capability toFacts() {
            return new InstitutionFacts.Capability(
                    name,
                    serviceTypes.stream().map(ServiceType::valueOf).collect(Collectors.toSet()),
                    Direction.valueOf(direction),
                    RegionScope.parse(counterpart),
                    day(from),
                    day(to));
        }
    }

    /** See {@link ConnectivityRow}. */
    public record ConnectivityDocument(
            @BsonId String id,
            String insuredRegion,
            String careRegion,
            List<String> serviceTypes,
            List<String> plans,
            String direction,
            @Nullable String from,
            String status,
            long version) {

        static ConnectivityDocument of(ConnectivityRow row) {
            return new ConnectivityDocument(
                    row.id(),
                    row.insuredRegion().text(),
                    row.careRegion().text(),
                    names(row.serviceTypes()),
                    names(row.plans()),
                    row.direction().name(),
                    text(row.from()),
                    row.status(),
                    row.version());
        }

        ConnectivityRow toFacts() {
            return new ConnectivityRow(
                    id,
                    RegionScope.parse(insuredRegion),
                    RegionScope.parse(careRegion),
                    serviceTypes.stream().map(ServiceType::valueOf).collect(Collectors.toSet()),
                    plans.stream().map(InsurancePlan::valueOf).collect(Collectors.toSet()),
                    Direction.valueOf(direction),
                    day(from),
                    status,
                    version);
        }
    }

    /** See {@link AgencyFacts}. */
    public record AgencyDocument(
            @BsonId String id,
            String name,
            String phone,
            @Nullable List<HotlineDocument> hotlines,
            long version) {

        static AgencyDocument of(AgencyFacts agency) {
            return new AgencyDocument(
                    agency.region().value(),
                    agency.name(),
                    agency.phone(),
                    agency.hotlines().stream()
                            .map(hotline -> new HotlineDocument(hotline.topic(), hotline.phone()))
                            .toList(),
                    agency.version());
        }

        AgencyFacts toFacts() {
            List<HotlineDocument> kept = hotlines == null ? List.of() : hotlines;
            return new AgencyFacts(
                    new RegionCode(id),
                    name,
                    phone,
                    kept.stream()
                            .map(hotline -> new AgencyFacts.Hotline(hotline.topic(), hotline.phone()))
                            .toList(),
                    version);
        }
    }

    /** See {@link AgencyFacts.Hotline}. */
    public record HotlineDocument(String topic, String phone) {}

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toList();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
