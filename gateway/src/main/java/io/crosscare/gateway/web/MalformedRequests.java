package io.crosscare.gateway.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.web.FailedCall;
import io.crosscare.chassis.web.ProblemBody;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what is not HTTP, or names no URI, with a problem as every other mistake, and closes the connection. The server
 * itself would answer without a word, and log the request line with whatever personal data a caller put into it. Stands
 * between the codec and the server, one for each connection.
 */
final class MalformedRequests extends ChannelDuplexHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MalformedRequests.class);
    private static final Text NOT_HTTP = Text.of("不是合法的 HTTP 请求", "This is not a well-formed HTTP request");
    private static final Text NOT_ASCII =
            Text.of("须为 ASCII，其他字符按 UTF-8 百分号编码", "must be ASCII, anything else percent-encoded as UTF-8");

    private final JsonMapper json;
    private boolean isAnswering;
    private boolean isClosing;

    MalformedRequests(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isClosing) {
            ReferenceCountUtil.release(message);
            return;
        }
        ProblemException problem = message instanceof HttpRequest request ? problemOf(request) : null;
        // While an answer is on its way another cannot be put into it; the server then only closes.
        if (problem != null && !isAnswering) {
            ReferenceCountUtil.release(message);
            refuse(context, problem);
            return;
        }
        isAnswering |= message instanceof HttpRequest;
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent) {
            isAnswering = false;
        }
        super.write(context, message, promise);
    }

    private static @Nullable ProblemException problemOf(HttpRequest request) {
        Throwable failure = request.decoderResult().cause();
        return switch (failure) {
            case null -> problemOfLine(request);
            case TooLongHttpLineException _, TooLongHttpHeaderException _ -> ProblemException.of(ProblemType.TOO_LARGE);
            default -> ProblemException.of(ProblemType.INVALID_REQUEST, NOT_HTTP);
        };
    }

    private static @Nullable ProblemException problemOfLine(HttpRequest request) {
        if (request.protocolVersion().majorVersion() != 1) {
            return ProblemException.of(ProblemType.INVALID_REQUEST, NOT_HTTP);
        }
        return isUri(request.uri()) ? null : ProblemException.invalid("request-target", "uri", NOT_ASCII);
    }

    private static boolean isUri(String target) {
        if (target.chars().anyMatch(character -> character > 0x7e)) {
            return false;
        }
        try {
            new URI(target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void refuse(ChannelHandlerContext context, ProblemException problem) {
        isClosing = true;
        int status = problem.type().status();
        FailedCall.line(LOG, "none", problem.type(), problem.summary(), null).log("request failed");
        byte[] body = json.writeValueAsBytes(ProblemBody.of(problem, null, null));
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        AnswerHeaders.VALUES.forEach(answer.headers()::set);
        context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
