package io.crosscare.simulator.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.InsertOneResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.crosscare.simulator.store.Connection.Operation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The simulated store behind the driver's own interfaces, so that the adapters run on it as they are. What the suite does not
 * use of the driver is not there, and says so.
 */
public final class SimulatedDatabase {

    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();
    private static final int DUPLICATE = 11000;
    private static final String FIND = "find ";

    private SimulatedDatabase() {}

    /** A database whose every call goes this way. */
    public static MongoDatabase over(Connection connection) {
        return proxy(MongoDatabase.class, (_, method, arguments) -> switch (method.getName()) {
            case "getCodecRegistry" -> CODECS;
            case "getCollection" -> collection(connection, (String) arguments[0], (Class<?>) arguments[1]);
            default -> throw missing(method);
        });
    }

    private static <D> MongoCollection<?> collection(Connection connection, String name, Class<D> type) {
        Collection<D> collection = new Collection<>(connection, name, type, CODECS.get(type));
        return proxy(MongoCollection.class, collection);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(SimulatedDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static UnsupportedOperationException missing(Method method) {
        return new UnsupportedOperationException("the simulated store has no " + method);
    }

    private static final class Collection<D> implements InvocationHandler {

        private final Connection connection;
        private final String name;
        private final Class<D> type;
        private final Codec<D> codec;

        Collection(Connection connection, String name, Class<D> type, Codec<D> codec) {
            this.connection = connection;
            this.name = name;
            this.type = type;
            this.codec = codec;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object @Nullable [] given) {
            Object[] arguments = given == null ? new Object[0] : given;
            return switch (method.getName()) {
                case "find" ->
                    proxy(
                            FindPublisher.class,
                            new Found(arguments.length == 0 ? new BsonDocument() : bson(arguments[0])));
                case "insertOne" -> insert(encode(type.cast(arguments[0])));
                case "replaceOne" ->
                    replace(
                            bson(arguments[0]),
                            encode(type.cast(arguments[1])),
                            arguments.length == 3 && ((ReplaceOptions) arguments[2]).isUpsert());
                case "updateOne" -> update(bson(arguments[0]), bson(arguments[1]), 1);
                case "deleteOne" -> delete(bson(arguments[0]));
                case "bulkWrite" -> updateEach((List<?>) arguments[0]);
                case "updateMany" -> update(bson(arguments[0]), bson(arguments[1]), Integer.MAX_VALUE);
                default -> throw missing(method);
            };
        }

        private Mono<InsertOneResult> insert(BsonDocument document) {
            BsonString id = document.getString(Tables.ID);
            return call("insert " + name, id, tables -> {
                throwIfTaken(tables.insert(name, document));
                return InsertOneResult.acknowledged(id);
            });
        }

        private Mono<UpdateResult> replace(BsonDocument filter, BsonDocument document, boolean isUpsert) {
            return call("replace " + name, filter, tables -> {
                List<BsonDocument> found = matching(tables, filter, 1);
                if (!found.isEmpty()) {
                    BsonDocument next =
                            document.clone().append(Tables.ID, found.getFirst().get(Tables.ID));
                    throwIfTaken(tables.replace(name, next));
                } else if (isUpsert) {
                    throwIfTaken(tables.insert(name, document));
                }
                return UpdateResult.acknowledged(found.size(), (long) found.size(), null);
            });
        }

        private Mono<UpdateResult> update(BsonDocument filter, BsonDocument update, int limit) {
            return call("update " + name, filter, tables -> {
                List<BsonDocument> found = matching(tables, filter, limit);
                found.forEach(one -> throwIfTaken(tables.replace(name, Updating.updated(one, update))));
                return UpdateResult.acknowledged(found.size(), (long) found.size(), null);
            });
        }

        /** One after the other, so that the store can stop in between as a real one can. */
        private Mono<BulkWriteResult> updateEach(List<?> updates) {
            return Flux.fromIterable(updates)
                    .cast(UpdateOneModel.class)
                    .concatMap(one -> update(bson(one.getFilter()), bson(Objects.requireNonNull(one.getUpdate())), 1))
                    .reduce(0, (matched, one) -> matched + (int) one.getMatchedCount())
                    .map(matched -> BulkWriteResult.acknowledged(0, matched, 0, matched, List.of(), List.of()));
        }

        private Mono<DeleteResult> delete(BsonDocument filter) {
            return call("delete " + name, filter, tables -> {
                List<BsonDocument> found = matching(tables, filter, 1);
                found.forEach(one -> tables.delete(name, one));
                return DeleteResult.acknowledged(found.size());
            });
        }

        private List<BsonDocument> matching(Tables tables, BsonDocument filter, int limit) {
            BsonValue id = filter.get(Tables.ID);
            if (id instanceof BsonString one) {
                BsonDocument document = tables.byId(name, one.getValue());
                return document != null && Matching.matches(document, filter) ? List.of(document) : List.of();
            }
            return tables.all(name).stream()
                    .filter(document -> Matching.matches(document, filter))
                    .limit(limit)
                    .toList();
        }

        private void throwIfTaken(@Nullable String register) {
            if (register != null) {
                String message = "E11000 duplicate key error collection: simulated." + name + " index: " + register
                        + " dup key: { }";
                throw new MongoWriteException(
                        new WriteError(DUPLICATE, message, new BsonDocument()), new ServerAddress(), Set.of());
            }
        }

        private <R> Mono<R> call(String what, Object on, Function<Tables, R> work) {
            return Mono.create(sink -> connection.call(
                    new Operation<>(what, on, what.startsWith(FIND), work), sink::success, sink::error));
        }

        private BsonDocument encode(D document) {
            BsonDocument encoded = new BsonDocument();
            codec.encode(
                    new BsonDocumentWriter(encoded),
                    document,
                    EncoderContext.builder().build());
            return encoded;
        }

        private D decode(BsonDocument document) {
            return codec.decode(
                    new BsonDocumentReader(document), DecoderContext.builder().build());
        }

        private BsonDocument bson(Object filter) {
            return ((Bson) filter).toBsonDocument(type, CODECS);
        }

        /** Every document comes whole: of projections only the names would be saved. */
        private final class Found implements InvocationHandler {

            private final BsonDocument filter;
            private int limit = Integer.MAX_VALUE;
            private @Nullable Comparator<BsonDocument> sort;

            Found(BsonDocument filter) {
                this.filter = filter;
            }

            @Override
            public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) {
                Object[] arguments = given == null ? new Object[0] : given;
                switch (method.getName()) {
                    case "limit" -> limit = (int) arguments[0];
                    case "sort" -> sort = sortedBy(bson(arguments[0]));
                    case "batchSize", "projection" -> {}
                    case "first" -> {
                        limit = 1;
                        return documents();
                    }
                    case "subscribe" -> {
                        subscribe((Subscriber<?>) arguments[0]);
                        return null;
                    }
                    default -> throw missing(method);
                }
                return proxy;
            }

            @SuppressWarnings("unchecked") // the publisher is of the collection's type
            private void subscribe(Subscriber<?> subscriber) {
                documents().subscribe((Subscriber<? super D>) subscriber);
            }

            private Flux<D> documents() {
                return call(FIND + name, filter, this::found)
                        .flatMapIterable(found -> found)
                        .map(Collection.this::decode);
            }

            private List<BsonDocument> found(Tables tables) {
                Comparator<BsonDocument> order = sort;
                if (order == null) {
                    return matching(tables, filter, limit);
                }
                List<BsonDocument> all = new ArrayList<>(matching(tables, filter, Integer.MAX_VALUE));
                all.sort(order);
                return all.subList(0, Math.min(limit, all.size()));
            }

            private static Comparator<BsonDocument> sortedBy(BsonDocument keys) {
                Comparator<BsonDocument> order = (_, _) -> 0;
                for (var key : keys.entrySet()) {
                    Comparator<BsonDocument> byKey = (one, other) -> Matching.compare(
                            one.get(key.getKey(), BsonNull.VALUE), other.get(key.getKey(), BsonNull.VALUE));
                    boolean isDescending = key.getValue().asNumber().intValue() < 0;
                    order = order.thenComparing(isDescending ? byKey.reversed() : byKey);
                }
                return order;
            }
        }
    }
}
