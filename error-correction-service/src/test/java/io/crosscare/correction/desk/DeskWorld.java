package io.crosscare.correction.desk;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.deadline.pack.TermsPack;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.ScopeEntry;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.RuleBase;
import io.crosscare.correction.desk.pack.DiagnosisPack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** The desk as it is wired, on fakes. */
public final class DeskWorld {

    public static final Terms TERMS = TermsPack.load("/deadlines.json");

    static final Author HOSPITAL = new Author(Author.Role.HOSPITAL, Facts.ZHONGSHAN.value(), "his");
    static final Author CARE_AGENCY = new Author(Author.Role.AGENCY, "310000", "agency-310000");
    static final Author INSURED_AGENCY = new Author(Author.Role.AGENCY, "321100", "agency-321100");
    static final Author PROVINCE = new Author(Author.Role.AGENCY, "320000", "agency-320000");

    public final MovingClock clock = new MovingClock(Facts.minute(60));
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final CorrectionCases cases = new FakeCorrectionCases();
    public final ScopeEntries entries = new FakeScopeEntries();
    public final AtomicInteger relayKicks = new AtomicInteger();
    public final AtomicInteger questionKicks = new AtomicInteger();

    /** What the owner of the chains has, by entry. */
    final Map<String, ScopeEntry> chain = new ConcurrentHashMap<>();

    final FakeNeighbours neighbours = new FakeNeighbours();
    final CaseMeters caseMeters = new CaseMeters(meters, clock);
    final DiagnosisPack pack = DiagnosisPack.load(DiagnosisPack.SHIPPED);
    public final RuleBase rules = pack.toRules();
    final ChangeCase changeCase = new ChangeCase(cases, caseMeters, rules, TERMS, relayKicks::incrementAndGet);
    final RecordRefusal recordRefusal = new RecordRefusal(
            entries, changeCase, pack.toCommonCauses(), caseMeters, questionKicks::incrementAndGet, clock);
    final RecheckCases recheckCases = new RecheckCases(
            cases, neighbours, (_, entryId) -> Mono.justOrEmpty(chain.get(entryId)), changeCase, caseMeters, clock);
    final CountPatients countPatients = new CountPatients(cases, changeCase, clock);
    public final HurryCases hurryCases = new HurryCases(cases, changeCase, clock);
    final RepairCase repairCase = new RepairCase(
            cases, changeCase, recheckCases, questionKicks::incrementAndGet, new BlindIndex(new byte[32]), clock);
    final RecordFiling recordFiling = new RecordFiling(cases, changeCase, clock);
    final RecordUpload recordUpload = new RecordUpload(cases, changeCase, clock);
    final AskNeighbours askNeighbours = new AskNeighbours(cases, neighbours, changeCase, caseMeters, clock);
    final FakeAgencies agencies = new FakeAgencies();
    final KnownOffices knownOffices = new KnownOffices(agencies);
    final WatchDeadlines watchDeadlines = new WatchDeadlines(cases, changeCase, knownOffices, clock);
    final WorkOnCase workOnCase = new WorkOnCase(cases, changeCase, knownOffices, new BlindIndex(new byte[32]), clock);
    final CommentOnCase commentOnCase =
            new CommentOnCase(cases, changeCase, new BlindIndex(new byte[32]), RandomIds.secure(), clock);

    public final RecordEntry recordEntry = new RecordEntry(cases, entries, changeCase, clock);

    public CorrectionCase stored(CaseSubject subject) {
        return cases.find(subject.caseId()).blockOptional(Duration.ofSeconds(5)).orElseThrow();
    }

    CorrectionCase stored() {
        return stored(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING));
    }

    double counted(String name, String... tags) {
        return meters.counter(name, tags).count();
    }

    public RecordRefusal recordRefusal() {
        return recordRefusal;
    }

    public CommentOnCase commentOnCase() {
        return commentOnCase;
    }

    public RecordFiling recordFiling() {
        return recordFiling;
    }

    public RecordUpload recordUpload() {
        return recordUpload;
    }

    public void forgetAgency(String region) {
        agencies.forget(region);
    }

    /** Time is told as the task does it. */
    public void watch() {
        run(watchDeadlines.watch());
    }

    /** The hospital of the case takes it. */
    public Mono<WorkOnCase.Outcome> take(String key) {
        return workOnCase.take(request(HOSPITAL, key));
    }

    /** The hospital of the case passes it on. */
    public Mono<WorkOnCase.Outcome> escalate(String key) {
        return workOnCase.escalate(request(HOSPITAL, key), "医院已核对，请协查");
    }

    /** The agency of the care region gives it back. */
    public Mono<WorkOnCase.Outcome> giveBack(String key) {
        return workOnCase.giveBack(request(CARE_AGENCY, key), "请补充报错截图");
    }

    WorkOnCase.Request request(Author by, String key) {
        return new WorkOnCase.Request(new CaseSight.Everything(), by, stored().id(), new IdempotencyKey(key));
    }

    static void run(Mono<Void> work) {
        work.block(Duration.ofSeconds(5));
    }
}
