package io.crosscare.filing.lodging.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingStanding;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.FilingVersion;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A version of a filing as it is stored, with the filing until it is told and in the feed for good; public for the codec. */
public record VersionDocument(
        String filingId,
        String personId,
        String insuredRegion,
        String careRegion,
        String category,
        String effectiveFrom,
        @Nullable String effectiveTo,
        String channel,
        String state,
        String standing,
        @Nullable String treatment,
        @Nullable String replaces,
        Instant recordedAt,
        long version,
        String action,
        Instant at,
        String by,
        @Nullable String from) {

    static VersionDocument of(FilingVersion version) {
        FilingTerms terms = version.terms();
        FilingChange change = version.change();
        LocalDate to = terms.period().to();
        LocalDate from = change.from();
        FilingId replaces = version.replaces();
        return new VersionDocument(
                version.id().value(),
                terms.personId().value(),
                terms.insuredRegion().value(),
                terms.careRegion().value(),
                terms.category().name(),
                terms.period().from().toString(),
                to == null ? null : to.toString(),
                terms.channel().name(),
                version.state().name(),
                version.standing().name(),
                version.treatment(),
                replaces == null ? null : replaces.value(),
                version.recordedAt(),
                version.version(),
                change.action().name(),
                change.at(),
                change.by(),
                from == null ? null : from.toString());
    }

    FilingVersion toVersion() {
        FilingTerms terms = new FilingTerms(
                new PersonId(personId),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                FilingCategory.valueOf(category),
                new FilingPeriod(
                        LocalDate.parse(effectiveFrom), effectiveTo == null ? null : LocalDate.parse(effectiveTo)),
                FilingChannel.valueOf(channel),
                null);
        return new FilingVersion(
                new FilingId(filingId),
                terms,
                FilingState.valueOf(state),
                FilingStanding.valueOf(standing),
                treatment,
                replaces == null ? null : new FilingId(replaces),
                recordedAt,
                version,
                new FilingChange(
                                FilingChange.Action.valueOf(action),
                                at,
                                by,
                                null,
                                from == null ? null : LocalDate.parse(from))
                        .ofFilingFrom(terms.period().from()));
    }
}
