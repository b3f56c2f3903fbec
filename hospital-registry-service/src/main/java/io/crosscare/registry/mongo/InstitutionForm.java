package io.crosscare.registry.mongo;

import io.crosscare.chassis.event.Topic;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.directory.PublishedTopics;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.CapabilityBook;
import io.crosscare.registry.model.Direction;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionKind;
import io.crosscare.registry.model.InstitutionLevel;
import io.crosscare.registry.model.Mark;
import io.crosscare.registry.model.Marked;
import io.crosscare.registry.model.Outage;
import io.crosscare.registry.model.RegionScope;
import io.crosscare.registry.model.Suspension;
import io.crosscare.registry.model.Versioned;
import io.crosscare.registry.mongo.InstitutionDocument.CapabilityDocument;
import io.crosscare.registry.mongo.InstitutionDocument.OutageDocument;
import io.crosscare.registry.mongo.InstitutionDocument.SuspensionDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class InstitutionForm implements RegisterForm<Institution, InstitutionDocument> {

    static final String COLLECTION = "institutions";

    private final CapabilityBook kinds;

    InstitutionForm(CapabilityBook kinds) {
        this.kinds = kinds;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public Class<InstitutionDocument> documentType() {
        return InstitutionDocument.class;
    }

    @Override
    public Topic topic() {
        return PublishedTopics.INSTITUTION;
    }

    @Override
    public String idOf(Institution institution) {
        return institution.code().value();
    }

    @Override
    public Object body(Versioned<Institution> stored, Instant changedAt) {
        return PublishedInstitution.of(stored, changedAt);
    }

    @Override
    public InstitutionDocument write(Institution institution, long version, Instant changedAt) {
        var district = institution.district();
        var level = institution.level();
        return new InstitutionDocument(
                idOf(institution),
                institution.isCodeProvisional(),
                institution.name(),
                institution.region().value(),
                district == null ? null : district.value().value(),
                district == null ? null : district.mark().name(),
                institution.kind().name(),
                level == null ? null : level.value().name(),
                level == null ? null : level.mark().name(),
                institution.capabilities().stream().map(InstitutionForm::write).toList(),
                institution.coverage().name(),
                institution.suspensions().stream().map(InstitutionForm::write).toList(),
                institution.outages().stream().map(InstitutionForm::write).toList(),
                institution.source(),
                version,
                changedAt,
                true,
                null);
    }

    @Override
    public Institution read(InstitutionDocument document) {
        return new Institution(
                new InstitutionCode(document.id()),
                document.codeProvisional(),
                document.name(),
                new RegionCode(document.region()),
                marked(document.district(), document.districtMark(), RegionCode::new),
                InstitutionKind.valueOf(document.kind()),
                marked(document.level(), document.levelMark(), InstitutionLevel::valueOf),
                document.capabilities().stream().map(this::read).toList(),
                Mark.valueOf(document.coverage()),
                orNone(document.suspensions()).stream()
                        .map(InstitutionForm::read)
                        .toList(),
                orNone(document.outages()).stream().map(InstitutionForm::read).toList(),
                document.source());
    }

    private static <T> @Nullable Marked<T> marked(
            @Nullable String value, @Nullable String mark, Function<String, T> parser) {
        return value == null || mark == null ? null : new Marked<>(parser.apply(value), Mark.valueOf(mark));
    }

    private static CapabilityDocument write(Capability capability) {
        LocalDate from = capability.from();
        LocalDate to = capability.to();
        return new CapabilityDocument(
                capability.kind().name(),
                capability.direction().name(),
                capability.counterpart().text(),
                from == null ? null : from.toString(),
                to == null ? null : to.toString(),
                capability.source(),
                capability.mark().name());
    }

    private Capability read(CapabilityDocument document) {
        String from = document.from();
        String to = document.to();
        return new Capability(
                kinds.ofStored(document.name()),
                Direction.valueOf(document.direction()),
                RegionScope.parse(document.counterpart()),
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                document.source(),
                Mark.valueOf(document.mark()));
    }

    private static SuspensionDocument write(Suspension suspension) {
        LocalDate to = suspension.to();
        return new SuspensionDocument(
                suspension.from().toString(), to == null ? null : to.toString(), suspension.reason());
    }

    private static Suspension read(SuspensionDocument document) {
        String to = document.to();
        return new Suspension(
                LocalDate.parse(document.from()), to == null ? null : LocalDate.parse(to), document.reason());
    }

    private static OutageDocument write(Outage outage) {
        return new OutageDocument(outage.from(), outage.to(), outage.zh(), outage.en());
    }

    private static Outage read(OutageDocument document) {
        return new Outage(document.from(), document.to(), document.zh(), document.en());
    }

    /** Documents of before there were any. */
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
