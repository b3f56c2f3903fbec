package io.crosscare.chassis.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.SmartLifecycle;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Lets callers go before the process stops. For a moment it still takes every request and answers it with the word that the
 * connection ends; only then does the server stop listening and finish what it has begun. A caller that keeps its connections
 * thus does not send the next request into one that is being closed, and no request is lost when a process is told to end.
 */
public final class Draining implements NettyServerCustomizer, SmartLifecycle {

    /** Lifecycles stop from high to low; the web server's begins at 1024 below the default. */
    private static final int BEFORE_THE_WEB_SERVER = SmartLifecycle.DEFAULT_PHASE - 1000;

    private final Duration duration;
    private volatile boolean running;
    private volatile boolean draining;

    public Draining(Duration duration) {
        this.duration = duration;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> {
            if (channel.pipeline().get(NettyPipeline.HttpTrafficHandler) != null) {
                channel.pipeline().addAfter(NettyPipeline.HttpTrafficHandler, "draining", new LastAnswer());
            }
        });
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        draining = true;
        Thread.ofVirtual().name("draining").start(() -> {
            pause();
            running = false;
            stopped.run();
        });
    }

    @Override
    public void stop() {
        draining = true;
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    private void pause() {
        try {
            new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says on each answer that it is the last one of its connection. One per connection. */
    private final class LastAnswer extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
            if (draining && message instanceof HttpResponse response) {
                HttpUtil.setKeepAlive(response, false);
            }
            super.write(context, message, promise);
        }
    }
}
