package io.crosscare.simulator.suite;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.web.StrictJson;
import io.crosscare.correction.chain.ChainOwner;
import io.crosscare.correction.chain.FollowChain;
import io.crosscare.correction.chain.kafka.SettlementTopic;
import io.crosscare.correction.chain.message.EntryMessage;
import io.crosscare.correction.chain.model.ChainEntry;
import io.crosscare.correction.chain.mongo.MongoHeads;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.deadline.pack.TermsPack;
import io.crosscare.correction.desk.CaseMeters;
import io.crosscare.correction.desk.ChangeCase;
import io.crosscare.correction.desk.RecordEntry;
import io.crosscare.correction.desk.model.RuleBase;
import io.crosscare.correction.desk.mongo.MongoCorrectionCases;
import io.crosscare.correction.desk.mongo.MongoScopeEntries;
import io.crosscare.correction.desk.pack.DiagnosisPack;
import io.crosscare.settlement.chain.EntryStatement;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.simulator.bus.Consumers;
import io.crosscare.simulator.mutant.Mutation;
import io.crosscare.simulator.store.SimulatedDatabase;
import io.crosscare.simulator.store.Store;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import io.crosscare.simulator.world.Weather;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The correction service as far as it follows the chains: its handler of the topic, on its own adapters, started again after each crash. */
final class CorrectionNode {

    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final CaseMeters COUNTED = new CaseMeters(METERS, Clock.systemUTC());
    private static final Terms TERMS = TermsPack.load("/deadlines.json");
    private static final RuleBase RULES =
            DiagnosisPack.load(DiagnosisPack.SHIPPED).toRules();
    private static final JsonMapper JSON = StrictJson.tolerant();
    private static final long TIMEOUT_MICROS = 3_000_000;
    private static final int FRAILTY = 6;

    private final Timeline timeline;
    private final Store store;
    private final Consumers consumers;
    private final Supplier<SettlementNode> settlement;
    private final Mutation mutation;
    private final Life machine = Life.lasting("correction");
    private Life life = machine;
    private int crashes;

    /**
     * A service that has not started.
     *
     * @param settlement an instance to ask, another each time
     */
    CorrectionNode(
            Timeline timeline,
            Store store,
            Consumers consumers,
            Supplier<SettlementNode> settlement,
            Mutation mutation) {
        this.timeline = timeline;
        this.store = store;
        this.consumers = consumers;
        this.settlement = settlement;
        this.mutation = mutation;
    }

    void start() {
        Life born = Life.mortal(machine.name(), FRAILTY, this::crashed);
        life = born;
        consumers.assign(born, handler(born));
    }

    /** Takes the partitions anew while what was begun goes on, as when a group is balanced. */
    void rebalance() {
        if (!life.isOver()) {
            consumers.assign(life, handler(life));
        }
    }

    private SettlementTopic handler(Life of) {
        MongoDatabase database = SimulatedDatabase.over(store.from(of));
        MongoCorrectionCases cases = new MongoCorrectionCases(database);
        RecordEntry recordEntry = new RecordEntry(
                cases,
                new MongoScopeEntries(database),
                new ChangeCase(cases, COUNTED, RULES, TERMS, () -> {}),
                timeline.clock(Duration.ZERO));
        ChainOwner owner = mutation.owner((person, seq) -> fetch(of, person, seq));
        return new SettlementTopic(new FollowChain(new MongoHeads(database), owner, recordEntry, METERS));
    }

    private void crashed() {
        crashes++;
        timeline.after(timeline.between(200_000, 6_000_000), machine, "starts again", this::start);
    }

    int crashes() {
        return crashes;
    }

    /** What is told crosses the wire as text, so that both sides' reading of it is in the run. */
    private Mono<List<ChainEntry>> fetch(Life of, PersonId person, long seq) {
        return Mono.<List<EntryStatement>>create(sink -> {
                    if (timeline.strikes(Weather::lostRequest) || timeline.strikes(Weather::lostReply)) {
                        timeline.after(
                                TIMEOUT_MICROS,
                                of,
                                "hears nothing of a chain",
                                () -> sink.error(new IllegalStateException("timeout")));
                        return;
                    }
                    timeline.after(
                            timeline.between(500, 5_000),
                            machine,
                            "asks for a chain",
                            () -> settlement
                                    .get()
                                    .chainFrom(
                                            new EntryId(person, seq),
                                            page -> timeline.after(
                                                    1_000, of, "hears of a chain", () -> sink.success(page)),
                                            error -> timeline.after(
                                                    1_000, of, "hears no chain", () -> sink.error(error))));
                    timeline.after(
                            TIMEOUT_MICROS,
                            of,
                            "waits no longer",
                            () -> sink.error(new IllegalStateException("timeout")));
                })
                .map(page -> page.stream()
                        .map(JSON::writeValueAsString)
                        .map(text -> JSON.readValue(text, EntryMessage.class).toEntry())
                        .toList());
    }
}
