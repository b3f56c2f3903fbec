package io.crosscare.correction.desk.mongo;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases.Place;
import io.crosscare.correction.desk.CorrectionCases.Query;
import io.crosscare.correction.desk.WorkFilter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Which of the stored cases are asked for, and which of them a caller may see. */
final class CaseFilters {

    static final String STATE = "state";
    static final String PERSON = "person";
    static final String REASON = "reason";
    static final String INSTITUTION = "institution";
    static final String INSURED_REGION = "insuredRegion";
    static final String CARE_REGION = "careRegion";
    static final String REGIONS = "regions";
    static final String PLACE = "place";
    static final String LEVEL = "handling.level";
    static final String STAGE = "handling.stage";
    static final String OFFICE = "handling.office";
    static final String DUE_AT = "dueAt";
    static final String GROUP = "group";
    static final String CAUSE = "cause";
    static final String SITES = "sites";
    static final String UPSTREAM = "upstream";

    private CaseFilters() {}

    /** Patients of a common case are shown with it, and where one person's cases are asked for. */
    static Document filterOf(Query query) {
        boolean isOfOnePerson = query.person() != null || query.sight() instanceof CaseSight.OfPerson;
        Document filter = isOfOnePerson ? new Document() : new Document(GROUP, null);
        appendIfGiven(filter, STATE, query.state());
        appendIfGiven(filter, REASON, query.reason());
        InstitutionCode institution = query.institution();
        if (institution != null) {
            at(filter, institution.value());
        }
        filter.putAll(between(query.insuredRegion(), query.careRegion()));
        appendIfGiven(filter, PERSON, query.person());
        return restricted(worked(filter, query.work(), query.after()), query.sight());
    }

    /** Of an insured region's persons, in a care region; null is any. */
    static Document between(@Nullable RegionCode insuredRegion, @Nullable RegionCode careRegion) {
        Document filter = new Document();
        appendIfGiven(filter, INSURED_REGION, insuredRegion);
        appendIfGiven(filter, CARE_REGION, careRegion);
        return filter;
    }

    static Document worked(Document filter, WorkFilter work, @Nullable Place after) {
        appendIfGiven(filter, LEVEL, work.level());
        appendIfGiven(filter, STAGE, work.stage());
        appendIfGiven(filter, OFFICE, work.office());
        appendIfGiven(filter, REGIONS, work.region());
        appendIfGiven(filter, CAUSE, work.cause());
        Instant dueBefore = work.dueBefore();
        if (dueBefore != null) {
            filter.append(DUE_AT, new Document("$lt", dueBefore));
        }
        Instant openedBefore = work.openedBefore();
        Stream.of(
                        Optional.ofNullable(after).map(CaseDocument::text),
                        Optional.ofNullable(openedBefore).map(CaseDocument::text))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(before -> filter.append(PLACE, new Document("$lt", before)));
        return filter;
    }

    /** Of those, the cases that opened then. */
    static Document openedIn(Document filter, Instant from, Instant before) {
        return filter.append(
                PLACE, new Document("$gte", CaseDocument.text(from)).append("$lt", CaseDocument.text(before)));
    }

    /** What the caller may see and what it asks for must both hold. */
    static Document restricted(Document filter, CaseSight sight) {
        return switch (sight) {
            case CaseSight.Everything() -> filter;
            case CaseSight.OfInstitution(var institution) -> at(filter, institution.value());
            case CaseSight.OfRegion(var region) -> among(filter, region.value());
            case CaseSight.OfPerson(var person) -> both(filter, PERSON, person.value());
        };
    }

    /** Its own, and the common cases that have hit it; of two institutions that are both to be met there is none. */
    private static Document at(Document filter, String institution) {
        List<Document> own = List.of(new Document(INSTITUTION, institution), new Document(SITES, institution));
        Object asked = filter.get("$or");
        return asked == null || asked.equals(own) ? filter.append("$or", own) : nothing(filter);
    }

    private static Document nothing(Document filter) {
        return filter.append(STATE, new Document("$in", List.of()));
    }

    /** Two demands on one field are met only by what is equal to both: {@code $in} of nothing matches nothing. */
    private static Document both(Document filter, String field, String value) {
        Object asked = filter.get(field);
        boolean isContradiction = asked != null && !asked.equals(value);
        return filter.append(field, isContradiction ? new Document("$in", List.of()) : value);
    }

    /** A case has several regions: both the one that is asked for and the caller's own must be among them. */
    private static Document among(Document filter, String region) {
        Object asked = filter.get(REGIONS);
        return filter.append(
                REGIONS, asked == null || asked.equals(region) ? region : new Document("$all", List.of(asked, region)));
    }

    static void appendIfGiven(Document filter, String field, @Nullable Object value) {
        if (value != null) {
            filter.append(field, value.toString());
        }
    }

    /** A person's cases are its own, also those of a common case; everybody else has that case counted once. */
    static Document counted(CaseSight sight) {
        return sight instanceof CaseSight.OfPerson ? new Document() : new Document(GROUP, null);
    }
}
