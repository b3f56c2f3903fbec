package io.crosscare.correction.desk;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.InstitutionStated;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Neighbours for tests: they know what they are told, and are silent when a test wants it. */
final class FakeNeighbours implements Neighbours {

    static final Fact INSTITUTION =
            new InstitutionStated(Facts.ZHONGSHAN.value(), "复旦大学附属中山医院", "310000", "L3", "OPEN", 3, Facts.minute(1));

    private final Set<Source> silent = EnumSet.noneOf(Source.class);
    private final List<Fact> filings = new CopyOnWriteArrayList<>();
    private final Map<VisitScope, Recheck> bills = new ConcurrentHashMap<>();
    private volatile boolean isSettlementSilent;

    /** The last day of what was asked for last. */
    volatile @Nullable LocalDate lastUntil;

    final AtomicInteger rechecks = new AtomicInteger();

    void silence(Source source) {
        silent.add(source);
    }

    void wake(Source source) {
        silent.remove(source);
    }

    void file(Fact filing) {
        filings.add(filing);
    }

    @Override
    public Mono<List<Fact>> filings(PersonId person) {
        return answer(Source.FILING, filings);
    }

    @Override
    public Mono<List<Fact>> registry(Refusal refusal) {
        return answer(Source.REGISTRY, List.of(INSTITUTION));
    }

    /** What settlement says of a bill from now on. */
    void bill(VisitScope scope, Recheck answer) {
        bills.put(scope, answer);
    }

    void silenceSettlement(boolean isSilent) {
        isSettlementSilent = isSilent;
    }

    @Override
    public Mono<Recheck> recheck(VisitScope scope, @Nullable LocalDate until) {
        return Mono.defer(() -> {
            rechecks.incrementAndGet();
            lastUntil = until;
            return isSettlementSilent
                    ? Mono.error(ProblemException.peerUnavailable("settlement", Duration.ofSeconds(1), null))
                    : Mono.just(bills.getOrDefault(scope, Recheck.of(Recheck.Outcome.NOT_POSSIBLE, Facts.minute(60))));
        });
    }

    private Mono<List<Fact>> answer(Source source, List<Fact> facts) {
        return Mono.defer(() -> silent.contains(source)
                ? Mono.error(ProblemException.peerUnavailable(source.name(), Duration.ofSeconds(1), null))
                : Mono.just(List.copyOf(facts)));
    }
}
