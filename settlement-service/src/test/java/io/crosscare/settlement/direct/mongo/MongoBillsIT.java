package io.crosscare.settlement.direct.mongo;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.benefit.model.BillBuilder;
import io.crosscare.settlement.direct.Bills;
import io.crosscare.settlement.direct.BillsContract;
import io.crosscare.settlement.direct.model.FrozenBill;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Bills in the store of the tests. */
class MongoBillsIT extends BillsContract {

    private final MongoDatabase database = TestDatabase.with(List.of());
    private final MongoBills bills = new MongoBills(database);

    @Override
    protected Bills bills() {
        return bills;
    }

    @Test
    void tellsNothingOfABillThatWasTamperedWith() {
        FrozenBill bill = new FrozenBill(
                "0".repeat(32),
                BillBuilder.aBill().covered(1).bill(),
                null,
                null,
                null,
                "c".repeat(64),
                "d".repeat(64));
        bills.keep(bill).block();
        await(Mono.from(database.getCollection("bills")
                .updateOne(new Document("_id", bill.hash()), Updates.set("lines.0.amountFen", 2L))));

        bills.byHash(bill.hash())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("does not match its hash"));
    }
}
