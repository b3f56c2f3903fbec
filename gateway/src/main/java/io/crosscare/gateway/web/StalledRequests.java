package io.crosscare.gateway.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request does not end, also where nobody asked for its body. How long it may take is the door's; once
 * it has been answered, the rest of it gets no more than any other request. One for each connection.
 */
final class StalledRequests extends ChannelDuplexHandler {

    private final Function<HttpRequest, Duration> timeMax;
    private final Duration restMax;
    private @Nullable Future<?> closing;

    /**
     * Watches a connection.
     *
     * @param timeMax from the first byte of a request to its last
     * @param restMax for what is left of a request that has been answered
     */
    StalledRequests(Function<HttpRequest, Duration> timeMax, Duration restMax) {
        this.timeMax = timeMax;
        this.restMax = restMax;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            closeAfter(context, timeMax.apply(request));
        }
        if (message instanceof LastHttpContent) {
            forget();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent && !isInformational(message) && closing != null) {
            closeAfter(context, restMax);
        }
        super.write(context, message, promise);
    }

    /** {@code 100 Continue} has no more to follow, and yet answers nothing. */
    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        forget();
        context.fireChannelInactive();
    }

    private void closeAfter(ChannelHandlerContext context, Duration time) {
        forget();
        Runnable close = () -> {
            context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        };
        closing = context.executor().schedule(close, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forget() {
        Future<?> running = closing;
        if (running != null) {
            running.cancel(false);
            closing = null;
        }
    }
}
