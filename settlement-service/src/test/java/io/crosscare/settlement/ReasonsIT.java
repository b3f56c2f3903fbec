package io.crosscare.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;

/** Reasons are free text, and people write numbers of persons into free text: those are cut out before anything is stored. */
@SettlementServiceTest
class ReasonsIT {

    private static final String PASTED = "证件 999999197702300019 手机 13977020001";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    private Doors doors;

    @BeforeEach
    void open() {
        doors = new Doors(port);
    }

    @Test
    void keepsNumbersOfPersonsOutOfEveryReason() {
        String person = Doors.filedPerson();
        doors.post(
                        Doors.ZHENJIANG,
                        "/persons/" + person + "/openings",
                        "{\"counters\":{\"2019/pooled.outpatient\":1},\"reason\":\"" + PASTED + "\"}",
                        Doors.unique("opening"))
                .expect(201);
        doors.post(
                        Doors.ZHENJIANG,
                        "/persons/" + person + "/account-credits",
                        "{\"amountFen\":1,\"reason\":\"" + PASTED + "\"}",
                        Doors.unique("credit"))
                .expect(201);
        String settlement = doors.settle(doors.visitD01(person), Doors.unique("settle"))
                .expect(201)
                .text("/id");
        doors.post(
                        Doors.ZHONGSHAN,
                        "/settlements/" + settlement + "/cancellations",
                        "{\"reason\":\"" + PASTED + "\"}",
                        Doors.unique("cancel"))
                .expect(201);

        List<String> reasons = Flux.from(database.getCollection("intents").find(new Document("personId", person)))
                .map(intent -> intent.getString("reason"))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(reasons).hasSize(3).containsOnly("证件 *** 手机 ***");
    }
}
