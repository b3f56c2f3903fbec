package io.crosscare.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.crosscare.chassis.mongo.DuplicateKey;
import io.crosscare.chassis.mongo.Index;
import io.crosscare.simulator.world.Life;
import io.crosscare.simulator.world.Timeline;
import io.crosscare.simulator.world.Weather;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class StoreTest {

    /** Every step of the store is a power cut, once the weather says so. */
    private static final Weather POWER_CUTS = new Weather(0, 10_000, 0, 0, 0, 0, 0, 0);

    private final Timeline timeline = new Timeline(1, null);
    private final Life caller = Life.lasting("caller");

    private Store store(boolean readsSynced) {
        return new Store(timeline, List.of(Index.unique("things", "a", "b")), StoreFlaws.NONE, readsSynced);
    }

    private MongoCollection<Document> things(Connection connection) {
        return SimulatedDatabase.over(connection).getCollection("things", Document.class);
    }

    private void letAllHappen() {
        while (timeline.step(Long.MAX_VALUE)) {
            assertThat(timeline.steps()).isLessThan(10_000);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsWhatItHasAcknowledgedAndShowsNothingElse(boolean readsSynced) {
        Store store = store(readsSynced);
        List<String> told = new ArrayList<>();
        Flux.range(0, 20)
                .flatMap(i -> Mono.from(things(store.from(caller)).insertOne(thing(i)))
                        .map(_ -> "t" + i)
                        .onErrorComplete())
                .subscribe(told::add);
        timeline.weather(new Weather(0, 1_000, 0, 0, 0, 0, 0, 0));

        letAllHappen();

        assertThat(store.powerCuts()).isPositive();
        assertThat(idsIn(store)).containsAll(told);
    }

    @Test
    void losesWhatIsNotSyncedWhenThePowerIsCut() {
        Store store = store(false);
        List<Throwable> errors = new ArrayList<>();
        Mono.from(things(store.from(caller)).insertOne(thing(1))).subscribe(_ -> {}, errors::add);
        timeline.weather(POWER_CUTS);

        letAllHappen();

        assertThat(errors).hasSize(1);
        assertThat(idsIn(store)).isEmpty();
    }

    @Test
    void refusesADuplicateOfAnIdAndOfARegister() {
        MongoCollection<Document> things = things(store(false).beside());
        Mono.from(things.insertOne(thing(1))).block();

        assertThatThrownBy(() -> Mono.from(things.insertOne(thing(1))).block())
                .matches(error -> DuplicateKey.isIn(error, "_id_"));
        assertThatThrownBy(() -> Mono.from(things.insertOne(thing(1).append("_id", "other")))
                        .block())
                .matches(error -> DuplicateKey.isIn(error, "a_1_b_1"));
    }

    @Test
    void changesOnlyWhatAFilterMeans() {
        MongoCollection<Document> things = things(store(false).beside());
        Mono.from(things.insertOne(thing(1))).block();
        Document atOther = new Document("_id", "t1").append("b", 2);

        assertThat(Mono.from(things.updateOne(atOther, Updates.set("b", 3))).block())
                .matches(result -> result != null && result.getMatchedCount() == 0);
        assertThat(Mono.from(things.replaceOne(Filters.eq("_id", "t1"), thing(1).append("c", 1)))
                        .block())
                .matches(result -> result != null && result.getMatchedCount() == 1);
        assertThat(Mono.from(things.find(Filters.in("_id", "t0", "t1")).first()).block())
                .isEqualTo(thing(1).append("c", 1));
    }

    private static Document thing(int number) {
        return new Document("_id", "t" + number).append("a", "x").append("b", number);
    }

    private List<String> idsIn(Store store) {
        return Flux.from(things(store.beside()).find())
                .map(document -> document.getString("_id"))
                .toStream()
                .toList();
    }
}
