package io.crosscare.filing.notice.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.notice.model.Notice;
import io.crosscare.filing.notice.model.NoticeId;
import io.crosscare.filing.notice.model.NoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;

/** A notice as it is stored; public for the codec. */
public record NoticeDocument(
        @BsonId String id,
        String kind,
        String filingId,
        String personId,
        String insuredRegion,
        String careRegion,
        String on,
        Instant recordedAt) {

    static NoticeDocument of(Notice notice) {
        return new NoticeDocument(
                notice.id().value(),
                notice.kind().name(),
                notice.filingId().value(),
                notice.personId().value(),
                notice.insuredRegion().value(),
                notice.careRegion().value(),
                notice.on().toString(),
                notice.recordedAt());
    }

    Notice toNotice() {
        return new Notice(
                new NoticeId(id),
                NoticeKind.valueOf(kind),
                new FilingId(filingId),
                new PersonId(personId),
                new RegionCode(insuredRegion),
                new RegionCode(careRegion),
                LocalDate.parse(on),
                recordedAt);
    }
}
