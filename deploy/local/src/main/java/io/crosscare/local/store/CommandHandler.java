package io.crosscare.local.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.EventExecutor;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the commands of one connection, one after the other, off the network threads. A reply is encoded while its command
 * still holds the lock, since stored documents are changed in place, and leaves when what it shows is synced. Documents never
 * reach the log.
 */
final class CommandHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);

    /** Commands that change no document; every other one is taken for a writing one. */
    private static final Set<String> READING = Set.of(
            "find",
            "getmore",
            "count",
            "distinct",
            "ping",
            "hello",
            "ismaster",
            "buildinfo",
            "listcollections",
            "listindexes",
            "listdatabases",
            "dbstats",
            "collstats",
            "serverstatus",
            "endsessions");

    private final MongoBackend backend;
    private final CommandEffects effects;
    private final GroupCommit commit;
    private final EventExecutor executor;
    private final AtomicInteger heldReplies = new AtomicInteger();
    private int nextReplyId = 1;

    CommandHandler(MongoBackend backend, CommandEffects effects, GroupCommit commit, EventExecutor executor) {
        this.backend = backend;
        this.effects = effects;
        this.commit = commit;
        this.executor = executor;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        executor.execute(() -> run(context, request));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        backend.handleClose(context.channel());
        super.channelInactive(context);
    }

    private void run(ChannelHandlerContext context, ClientRequest request) {
        ByteBuf reply = context.alloc().buffer();
        try {
            long position = runLocked(request, reply);
            sendWhenSynced(context, reply, position);
        } catch (RuntimeException e) {
            log.error("command {} has no reply", nameOf(request), e);
            reply.release();
            var _ = context.close();
        }
    }

    /** Runs the command, encodes its reply and returns the position that shows all the reply can show. */
    private long runLocked(ClientRequest request, ByteBuf reply) {
        Lock lock = isReading(request) ? effects.forReading() : effects.forWriting();
        long position;
        lock.lock();
        try {
            try {
                WireReply.encode(request, nextReplyId++, answer(request), reply);
            } finally {
                position = effects.seal();
            }
        } finally {
            lock.unlock();
        }
        return position;
    }

    /** Holds the reply, also of a read or of a failed command, until all it can have seen is synced. Keeps the order of replies. */
    private void sendWhenSynced(ChannelHandlerContext context, ByteBuf reply, long position) {
        if (heldReplies.get() == 0 && commit.isSynced(position)) {
            var _ = context.writeAndFlush(reply);
            return;
        }
        heldReplies.incrementAndGet();
        commit.whenSynced(position, new GroupCommit.Listener() {
            @Override
            public void synced() {
                var _ = context.writeAndFlush(reply);
                heldReplies.decrementAndGet(); // only now may a later reply go without queueing
            }

            @Override
            public void abandoned() {
                reply.release();
                var _ = context.close();
            }
        });
    }

    private Document answer(ClientRequest request) {
        try {
            return switch (request) {
                case MongoMessage message -> backend.handleMessage(message);
                case MongoQuery greeting
                when greeting.getCollectionName().equals("$cmd") ->
                    backend.handleCommand(
                            greeting.getChannel(), greeting.getDatabaseName(), nameOf(greeting), greeting.getQuery());
                default -> throw new MongoServerException("only commands are answered");
            };
        } catch (MongoServerException e) {
            return error(e);
        } catch (RuntimeException e) {
            log.error("command {} failed", nameOf(request), e);
            return error(new MongoServerException("the command failed inside the store"));
        }
    }

    private static boolean isReading(ClientRequest request) {
        String name = nameOf(request);
        return READING.contains(name.toLowerCase(Locale.ROOT))
                || (name.equals("aggregate") && !writesItsResult(command(request)));
    }

    private static boolean writesItsResult(Document aggregate) {
        return !(aggregate.get("pipeline") instanceof Collection<?> stages)
                || stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    private static String nameOf(ClientRequest request) {
        return command(request).keySet().iterator().next();
    }

    /** Drivers greet with the old kind of query; everything else comes as a message. */
    private static Document command(ClientRequest request) {
        return switch (request) {
            case MongoMessage message -> message.getDocument();
            case MongoQuery greeting -> greeting.getQuery();
            default -> throw new MongoServerException("unknown kind of request");
        };
    }

    private static Document error(MongoServerException exception) {
        Document error = new Document("ok", 0).append("errmsg", exception.getMessageWithoutErrorCode());
        if (exception instanceof MongoServerError withCode) {
            error.append("code", withCode.getCode());
            error.putIfNotNull("codeName", withCode.getCodeName());
        }
        return error;
    }
}
