package io.crosscare.correction.desk.model;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Fact.Undone;
import io.crosscare.correction.desk.model.Refusal.Arrival;
import io.crosscare.correction.desk.model.Refusal.DayRule;
import io.crosscare.correction.desk.model.Refusal.FilingVersion;
import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import io.crosscare.correction.desk.model.Refusal.Responsible;
import io.crosscare.correction.desk.model.Refusal.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the services say in tests: a Zhenjiang employee at a Shanghai hospital, minutes of one morning. */
public final class Facts {

    public static final PersonId PERSON = new PersonId("p" + "a".repeat(26));
    public static final InstitutionCode ZHONGSHAN = new InstitutionCode("H31000000001");
    public static final RegionCode ZHENJIANG = new RegionCode("321100");
    public static final RegionCode SHANGHAI = new RegionCode("310000");
    public static final LocalDate DAY = LocalDate.of(2019, 9, 10);
    public static final Reason NO_FILING = new Reason("NO_FILING");

    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    private Facts() {}

    /** So many minutes into the morning. */
    public static Instant minute(long minute) {
        return MORNING.plusSeconds(minute * 60);
    }

    public static VisitScope scope(PersonId person, char visit, @Nullable String batch) {
        return new VisitScope(person, "v" + String.valueOf(visit).repeat(26), batch);
    }

    public static CaseSubject subject(PersonId person, char visit, Reason reason) {
        return new CaseSubject(scope(person, visit, "1"), reason);
    }

    /** Refused for want of a filing. */
    public static Refusal refusal(long sequence, long minute) {
        return refusal(subject(PERSON, 'a', NO_FILING), sequence, minute(minute));
    }

    public static Refusal refusal(CaseSubject subject, long sequence, Instant at) {
        return refusal(subject, sequence, at, ZHONGSHAN, ZHENJIANG, SHANGHAI);
    }

    public static Refusal refusal(
            CaseSubject subject,
            long sequence,
            Instant at,
            InstitutionCode institution,
            RegionCode insuredRegion,
            RegionCode careRegion) {
        return new Refusal(
                subject.scope().person() + ":r" + sequence,
                sequence,
                subject,
                institution,
                insuredRegion,
                careRegion,
                "OUTPATIENT",
                DAY,
                DAY,
                at,
                new Statement(
                        "参保人没有异地就医备案",
                        "The person has no filing",
                        "请先向参保地经办机构备案，再刷卡结算",
                        "File with the insured region's agency first, then settle",
                        new Responsible("镇江市医疗保险基金管理中心", "321100", "0511-85340390")),
                new DayRule("DAY_OF_CARE", "门诊以就医当日为准", "the day of care", "N Q2", "假设"),
                null,
                "EMPLOYEE",
                new KnownVersions(3L, 2L, List.of(new FilingVersion("f" + "b".repeat(26), 1))),
                "5f2c9d0e".repeat(8),
                "0af7651916cd43dd8448eb211c80319c",
                new Arrival("POST /visits/{id}/settlements", at.minusMillis(6)));
    }

    /** Of a part of a stay that goes on. */
    public static Refusal onTheWay(CaseSubject subject, long sequence, Instant at, LocalDate until) {
        Refusal refusal = refusal(subject, sequence, at);
        return new Refusal(
                refusal.id(),
                sequence,
                subject,
                refusal.institution(),
                refusal.insuredRegion(),
                refusal.careRegion(),
                "INPATIENT",
                refusal.serviceDate(),
                refusal.decidedOn(),
                at,
                refusal.statement(),
                refusal.dayRule(),
                refusal.settlementId(),
                refusal.plan(),
                refusal.known(),
                refusal.keyHash(),
                refusal.traceId(),
                refusal.arrival(),
                null,
                until);
    }

    /** With another sentence for the cashier. */
    public static Refusal refusal(CaseSubject subject, long sequence, Instant at, String message) {
        Refusal refusal = refusal(subject, sequence, at);
        Statement said = refusal.statement();
        return new Refusal(
                refusal.id(),
                sequence,
                subject,
                refusal.institution(),
                refusal.insuredRegion(),
                refusal.careRegion(),
                refusal.serviceType(),
                refusal.serviceDate(),
                refusal.decidedOn(),
                at,
                new Statement(message, said.messageEn(), said.nextStep(), said.nextStepEn(), said.responsible()),
                refusal.dayRule(),
                refusal.settlementId(),
                refusal.plan(),
                refusal.known(),
                refusal.keyHash(),
                refusal.traceId(),
                refusal.arrival());
    }

    /** Filing-service gave no answer when batch 1 was to be settled. */
    public static Refusal filingDown(PersonId person, long sequence, Instant at, InstitutionCode institution) {
        return silent(
                new VisitScope(person, "v" + person.value().substring(1), "1"),
                sequence,
                at,
                institution,
                "POST /visits/{id}/settlements",
                "filing");
    }

    /** The registry gave no answer when a visit was to be registered. */
    public static Refusal registrationStopped(PersonId person, long sequence, Instant at) {
        return silent(
                new VisitScope(person, "v" + person.value().substring(1), null),
                sequence,
                at,
                ZHONGSHAN,
                "POST /visits",
                "registry");
    }

    private static Refusal silent(
            VisitScope scope, long sequence, Instant at, InstitutionCode institution, String door, String peer) {
        PersonId person = scope.person();
        CaseSubject subject = new CaseSubject(scope, new Reason("NEIGHBOUR_DOWN"));
        return new Refusal(
                person + ":i" + sequence,
                sequence,
                subject,
                institution,
                ZHENJIANG,
                SHANGHAI,
                "OUTPATIENT",
                DAY,
                DAY,
                at,
                new Statement(
                        "备案系统暂无应答，本次未能结算",
                        "Filing gave no answer; nothing was settled",
                        "稍后用同一请求号重试；恢复后系统自动复核",
                        "Send it again under its key; once it answers, the desk checks by itself",
                        null),
                null,
                null,
                null,
                new KnownVersions(null, null, List.of()),
                "5f2c9d0e".repeat(8),
                "0af7651916cd43dd8448eb211c80319c",
                new Arrival(door, at.minusMillis(6)),
                peer,
                null);
    }

    /** What settlement says of a bill, with the versions the refusal had known. */
    public static Recheck recheck(Recheck.Outcome outcome, Instant at, List<String> unlisted) {
        return new Recheck(
                at,
                outcome,
                outcome == Recheck.Outcome.REFUSED ? "NO_FILING" : null,
                null,
                null,
                null,
                new KnownVersions(3L, 2L, List.of(new FilingVersion("f" + "b".repeat(26), 1))),
                Set.of(),
                unlisted);
    }

    public static Settled settled(long seq, long minute) {
        return settled(PERSON, seq, minute(minute));
    }

    public static Settled settled(PersonId person, long seq, Instant at) {
        return new Settled(
                entryId(person, seq),
                seq,
                at,
                Money.ofFen(101_355),
                Money.ofFen(61_234),
                Money.ofFen(40_121),
                "f" + "a".repeat(26),
                "LONG_TERM_RESIDENT",
                DAY);
    }

    public static Undone undone(long seq, long minute, long settlement) {
        return new Undone(entryId(PERSON, seq), seq, minute(minute), "CANCELLED", entryId(PERSON, settlement));
    }

    /** A filing of that letter, made in that minute. */
    public static Filed filed(char letter, long version, long minute, String careRegion) {
        return new Filed(
                "f" + String.valueOf(letter).repeat(26),
                version,
                minute(minute),
                new RegionCode(careRegion),
                "LONG_TERM_RESIDENT",
                LocalDate.of(2019, 5, 1),
                null,
                "EFFECTIVE");
    }

    public static Comment comment(String key, String text) {
        return new Comment(
                "m" + key,
                minute(30),
                new Author(Author.Role.HOSPITAL, ZHONGSHAN.value(), "his"),
                text,
                new Receipt(key, text));
    }

    private static String entryId(PersonId person, long seq) {
        return "%s:%010d".formatted(person, seq);
    }
}
