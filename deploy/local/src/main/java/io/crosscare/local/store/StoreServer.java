package io.crosscare.local.store;

import de.bwaldvogel.mongo.wire.MongoExceptionHandler;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Accepts connections on the loopback address only. Commands run off the network threads, so that a long one does not keep
 * finished replies from leaving.
 */
final class StoreServer implements AutoCloseable {

    static final String LOOPBACK = "127.0.0.1";

    private static final int COMMAND_THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());
    private static final long STOP_SECONDS_MAX = 5;

    private final EventLoopGroup network = new MultiThreadIoEventLoopGroup(
            0, new DefaultThreadFactory("store-network", true), NioIoHandler.newFactory());
    private final EventExecutorGroup commands =
            new DefaultEventExecutorGroup(COMMAND_THREADS, new DefaultThreadFactory("store-command", true));
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final DurableBackend backend;
    private final CommandEffects effects;
    private final GroupCommit commit;
    private boolean isClosed;

    StoreServer(DurableBackend backend, CommandEffects effects, GroupCommit commit) {
        this.backend = backend;
        this.effects = effects;
        this.commit = commit;
    }

    /** Begins to listen, on any free port when given 0, and returns the port. */
    int listen(int port) throws IOException {
        ChannelFuture listening = new ServerBootstrap()
                .group(network)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        connect(channel);
                    }
                })
                .bind(LOOPBACK, port)
                .awaitUninterruptibly();
        if (!listening.isSuccess()) {
            throw new IOException("cannot listen on %s:%d".formatted(LOOPBACK, port), listening.cause());
        }
        channels.add(listening.channel());
        return ((InetSocketAddress) listening.channel().localAddress()).getPort();
    }

    /**
     * Closes all connections and returns when no command runs any more. A failed disk and the owner may both close it; a channel
     * that came in meanwhile has no thread left to close it, so only the first one waits for channels.
     */
    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        channels.close().awaitUninterruptibly();
        List<Future<?>> stopping = List.of(
                network.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS),
                commands.shutdownGracefully(0, STOP_SECONDS_MAX, TimeUnit.SECONDS));
        stopping.forEach(Future::awaitUninterruptibly);
    }

    private void connect(SocketChannel channel) {
        channels.add(channel);
        channel.pipeline()
                .addLast(new MongoWireProtocolHandler())
                .addLast(new CommandHandler(backend, effects, commit, commands.next()))
                .addLast(new MongoExceptionHandler());
    }
}
