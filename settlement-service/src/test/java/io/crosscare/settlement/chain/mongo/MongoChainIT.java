package io.crosscare.settlement.chain.mongo;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.settlement.TestDatabase;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.ChainContract;
import io.crosscare.settlement.chain.CorruptEntryException;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Head;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MongoChainIT extends ChainContract {

    private final MongoDatabase database = TestDatabase.with(MongoChain.indexes());
    private final MongoChain chain = new MongoChain(database);

    @Override
    protected Chain chain() {
        return chain;
    }

    @Test
    void findsTheHeadWithoutAHintAndWithAFalselyOldOne() {
        for (int n = 1; n <= 20; n++) {
            Head head = await(chain.head(Entries.PERSON));
            await(chain.append(Entries.credit(head, "key-" + n)));
        }
        long withHint = await(chain.head(Entries.PERSON)).seq();
        await(Mono.from(database.getCollection("heads").deleteMany(new Document())));

        long withoutHint = await(new MongoChain(database).head(Entries.PERSON)).seq();

        assertThat(withHint).isEqualTo(20);
        assertThat(withoutHint).isEqualTo(20);
    }

    @Test
    void walksOnFromTheHeadItRemembersToWhatAnotherInstanceAppended() {
        Chain other = new MongoChain(database);
        for (int n = 1; n <= 40; n++) {
            Chain appending = n % 3 == 0 ? chain : other;
            Head head = await(appending.head(Entries.PERSON));

            assertThat(head.seq()).isEqualTo(n - 1);
            await(appending.append(Entries.credit(head, "key-" + n)));
        }
    }

    @Test
    void writesTheHintAgainAsTheChainGrowsUnderTheHeadItRemembers() {
        for (int n = 1; n <= 20; n++) {
            await(chain.append(Entries.credit(await(chain.head(Entries.PERSON)), "key-" + n)));
        }

        Document hint = await(Mono.from(database.getCollection("heads").find()));

        assertThat(hint.getLong("s")).isEqualTo(16);
    }

    @Test
    void writesTheHintOnlyWhenItLags() {
        Entry first = Entries.credit(Head.empty(Entries.PERSON), "one");
        await(chain.append(first));
        await(chain.head(Entries.PERSON));

        Long hints = await(Mono.from(database.getCollection("heads").countDocuments()));

        assertThat(hints).isZero();
    }

    @Test
    void tellsNothingOfAnEntryThatWasTamperedWith() {
        tellsNothingAfter(Updates.set("requestHash", "0".repeat(64)));
    }

    @Test
    void tellsNothingOfWhatCanBeNoEntry() {
        tellsNothingAfter(Updates.set("amountFen", 19_999L));
    }

    private void tellsNothingAfter(Bson damage) {
        Entry entry = Entries.credit(Head.empty(Entries.PERSON), "one");
        await(chain.append(entry));
        await(Mono.from(database.getCollection("entries")
                .updateOne(new Document("_id", entry.id().value()), damage)));

        chain.byId(entry.id())
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(CorruptEntryException.class));
    }
}
