package io.crosscare.gateway.web;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which a body is still arriving only after the rest of it has come and was thrown away, within bounds.
 * Whoever closes while bytes are unread has the other side's system told that the connection is broken, and the answer that
 * explains why, say a 413, is lost with it (RFC 9112, 9.6). Stands between the codec and the server, one for each connection.
 */
final class LingeringClose extends ChannelDuplexHandler {

    private static final Duration TIME_MAX = Duration.ofSeconds(2);
    private static final long BYTES_MAX = 64L * 1024 * 1024;

    private boolean isBodyPending;
    private boolean isLingering;
    private long thrownAway;
    private @Nullable Future<?> timeUp;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            isBodyPending = true;
        }
        if (message instanceof LastHttpContent) {
            isBodyPending = false;
        }
        if (!isLingering) {
            context.fireChannelRead(message);
            return;
        }
        thrownAway += message instanceof ByteBufHolder holder ? holder.content().readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (!isBodyPending || thrownAway > BYTES_MAX) {
            end(context);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isLingering) {
            context.read();
        } else {
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) throws Exception {
        if (isLingering) {
            context.channel().closeFuture().addListener(_ -> promise.trySuccess());
        } else if (isBodyPending && context.channel().isActive()) {
            isLingering = true;
            context.channel().closeFuture().addListener(_ -> promise.trySuccess());
            timeUp = context.executor().schedule(() -> end(context), TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
            context.read();
        } else {
            super.close(context, promise);
        }
    }

    private void end(ChannelHandlerContext context) {
        Future<?> waiting = timeUp;
        if (waiting != null) {
            waiting.cancel(false);
        }
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
