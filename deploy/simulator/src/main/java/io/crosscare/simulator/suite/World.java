package io.crosscare.simulator.suite;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.correction.desk.mongo.MongoCorrectionCases;
import io.crosscare.correction.desk.mongo.MongoScopeEntries;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.chain.mongo.MongoChain;
import io.crosscare.settlement.direct.mongo.MongoRefusals;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.intent.mongo.MongoIntents;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import io.crosscare.settlement.visit.mongo.MongoVisits;
import io.crosscare.simulator.bus.Bus;
import io.crosscare.simulator.bus.Consumers;
import io.crosscare.simulator.mutant.Mutation;
import io.crosscare.simulator.store.SimulatedDatabase;
import io.crosscare.simulator.store.Store;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import io.crosscare.simulator.world.Weather;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One seed's world: two or three settlement services and a consumer over one store and one bus, a few persons, and the clerks
 * who settle their bills while things go wrong. Then all goes right again, what is unknown is looked into, and the world comes
 * to rest.
 */
public final class World {

    private static final Instant BEGINNING = Timeline.BEGINNING;
    private static final List<Index> INDEXES = Stream.of(
                    MongoChain.indexes(),
                    MongoVisits.indexes(),
                    MongoIntents.indexes(),
                    MongoRefusals.indexes(),
                    MongoScopeEntries.indexes(),
                    MongoCorrectionCases.indexes())
            .flatMap(List::stream)
            .toList();

    private static final List<String> ITEMS = List.of("ZL0001", "YP0101", "XX9999");
    private static final int READS = 14;
    private static final int WAVERINGS = 16;
    private static final long LATE_MICROS = 35_000_000;
    private static final long REST_MICROS_MAX = 900_000_000;
    private static final long LOOK_MICROS = 5_000_000;

    private final Timeline timeline;
    private final Store store;
    private final Bus bus;
    private final Consumers consumers;
    private final Journal journal = new Journal();
    private final List<SettlementNode> nodes = new ArrayList<>();
    private final CorrectionNode correction;
    private final Hospital hospital;
    private final List<Clerk> clerks = new ArrayList<>();
    private final List<Waverer> waverers = new ArrayList<>();
    private final List<Agency> agencies = new ArrayList<>();
    private final List<Reader> readers = new ArrayList<>();
    private final List<PersonId> persons = new ArrayList<>();
    private final List<VisitId> visits = new ArrayList<>();
    private final RandomIds ids;
    private boolean isAtRest;

    /**
     * A world that has not begun.
     *
     * @param trace told every step; null where nobody reads
     */
    public World(long seed, Packs packs, Mutation mutation, @Nullable Consumer<String> trace) {
        this.timeline = new Timeline(seed, trace);
        this.ids = new RandomIds(timeline.random());
        this.store =
                new Store(timeline, INDEXES, mutation.store(), timeline.random().nextBoolean());
        this.bus = new Bus(timeline, mutation.bus());
        this.consumers = new Consumers(timeline, bus, mutation.bus());
        long services = timeline.between(2, 3);
        for (int i = 1; i <= services; i++) {
            nodes.add(new SettlementNode("settlement-" + i, timeline, store, bus, packs, mutation));
        }
        this.correction = new CorrectionNode(timeline, store, consumers, this::someNode, mutation);
        this.hospital = new Hospital(timeline, this::someNode, journal);
        people();
    }

    private SettlementNode someNode() {
        return nodes.get(timeline.random().nextInt(nodes.size()));
    }

    private void people() {
        MongoDatabase beside = SimulatedDatabase.over(store.beside());
        Visits stored = new MongoVisits(beside, ids);
        long count = timeline.random().nextInt(5) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            PersonId person = ids.nextPersonId();
            persons.add(person);
            long wanted = timeline.between(1, 2);
            for (int j = 0; j < wanted; j++) {
                register(stored, person, "MZ-" + i + "-" + j);
            }
            if (timeline.random().nextInt(3) == 0) {
                VisitId visit = registered(stored, person, "MZ-" + i + "-w", 1);
                waverers.add(new Waverer(timeline, hospital, "waverer-" + i, person, visit, WAVERINGS));
            }
            readers.add(new Reader(timeline, hospital, "reader-" + i, person, READS));
            agencies.add(new Agency(
                    timeline, hospital, "agency-" + i, person, timeline.random().nextInt(3)));
        }
    }

    private void register(Visits stored, PersonId person, String number) {
        long batches = timeline.between(1, 2);
        VisitId id = registered(stored, person, number, batches);
        for (int batch = 1; batch <= batches; batch++) {
            long staff = timeline.between(1, 2);
            for (int i = 0; i < staff; i++) {
                clerks.add(new Clerk(
                        timeline, hospital, "clerk-" + clerks.size(), person, id, Integer.toString(batch), (int)
                                timeline.between(3, 7)));
            }
        }
    }

    private VisitId registered(Visits stored, PersonId person, String number, long batches) {
        VisitId id = new VisitId(ids.next('v'));
        visits.add(id);
        Registration registration = new Registration(
                id,
                person,
                FixedFacts.INSURED_REGION,
                FixedFacts.INSTITUTION,
                FixedFacts.CARE_REGION,
                ServiceType.OUTPATIENT,
                FixedFacts.DAY,
                null,
                CardKind.PROVINCIAL_CARD,
                number,
                null,
                new Registration.Request(
                        FixedFacts.INSTITUTION + "/" + number,
                        new CanonicalForm("simulated").text(number).hash()),
                BEGINNING);
        Visit.Open open = Visit.registered(registration);
        now(stored.register(open));
        for (int batch = 1; batch <= batches; batch++) {
            List<VisitLine> lines = lines(Integer.toString(batch), 10 * batch);
            open = open.withLines(now(stored.storeChunk(id, lines)), lines);
            now(stored.replace(open));
        }
        return id;
    }

    private List<VisitLine> lines(String batch, int first) {
        List<VisitLine> lines = new ArrayList<>();
        long wanted = timeline.between(1, 3);
        for (int i = 0; i < wanted; i++) {
            long fen = timeline.between(10_000, 400_000);
            lines.add(new VisitLine(
                    batch,
                    new FeeLine(
                            first + i,
                            ITEMS.get(timeline.random().nextInt(ITEMS.size())),
                            null,
                            10_000,
                            fen * 10_000,
                            Money.ofFen(fen),
                            FixedFacts.DAY)));
        }
        return lines;
    }

    /** What the store beside the world says at once. */
    private static <T> T now(Mono<T> answer) {
        return Objects.requireNonNull(answer.block());
    }

    /** Lets it all happen, until the world is at rest or was given up. */
    public void run() {
        nodes.forEach(SettlementNode::start);
        correction.start();
        timeline.weather(Weather.drawn(timeline.random()));
        clerks.forEach(Clerk::begin);
        waverers.forEach(Waverer::begin);
        agencies.forEach(Agency::begin);
        readers.forEach(Reader::begin);
        Life world = Life.lasting("world");
        for (int i = 0; i < 3; i++) {
            timeline.after(
                    timeline.between(1_000_000, 60_000_000), world, "balances the consumers", correction::rebalance);
        }
        runUntil(timeline.between(20_000_000, 60_000_000), () -> false);
        timeline.tell(world, "the faults are over");
        timeline.weather(Weather.MILD);
        runUntil(timeline.nowMicros() + REST_MICROS_MAX, this::isEverybodyDone);
        Resolver resolver = new Resolver(timeline, hospital);
        resolver.begin();
        runUntil(timeline.nowMicros() + REST_MICROS_MAX, resolver::isDone);
        timeline.weather(Weather.CALM);
        runUntil(timeline.nowMicros() + LATE_MICROS, () -> false);
        runUntil(timeline.nowMicros() + REST_MICROS_MAX / 3, this::isQuiet);
        isAtRest = resolver.isDone() && isQuiet();
    }

    private void runUntil(long micros, BooleanSupplier isEnough) {
        while (timeline.nowMicros() < micros && !isEnough.getAsBoolean()) {
            long next = Math.min(micros, timeline.nowMicros() + LOOK_MICROS);
            boolean isMore = true;
            while (isMore) {
                isMore = timeline.step(next);
            }
        }
    }

    private boolean isEverybodyDone() {
        return clerks.stream().allMatch(Clerk::isDone)
                && waverers.stream().allMatch(Waverer::isDone)
                && agencies.stream().allMatch(Agency::isDone);
    }

    /** Nothing is in flight, and all that is stored has been told and heard. */
    private boolean isQuiet() {
        MongoDatabase beside = beside();
        Visits stored = new MongoVisits(beside, ids);
        MongoIntents intents = new MongoIntents(beside);
        return nodes.stream().allMatch(SettlementNode::isUp)
                && now(stored.settlingSince(Instant.MAX, 1).hasElements().map(any -> !any))
                && now(stored.unpublished(1).hasElements().map(any -> !any))
                && now(intents.openSince(Instant.MAX, 1).hasElements().map(any -> !any))
                && now(intents.unpublished(1).hasElements().map(any -> !any))
                && bus.isDrained();
    }

    /** Whether it came to rest: nothing left in flight, untold or unresolved. */
    public boolean isAtRest() {
        return isAtRest;
    }

    /** The store as it is now, looked at from beside the world. */
    public MongoDatabase beside() {
        return SimulatedDatabase.over(store.beside());
    }

    public RandomIds ids() {
        return ids;
    }

    public Journal journal() {
        return journal;
    }

    public List<PersonId> persons() {
        return List.copyOf(persons);
    }

    public List<VisitId> visits() {
        return List.copyOf(visits);
    }

    /** What the consumer could never process. */
    public List<String> parked() {
        return consumers.parked();
    }

    public Timeline timeline() {
        return timeline;
    }

    /** How many processes ended before their time. */
    public int crashes() {
        return nodes.stream().mapToInt(SettlementNode::crashes).sum() + correction.crashes();
    }

    public int powerCuts() {
        return store.powerCuts();
    }
}
