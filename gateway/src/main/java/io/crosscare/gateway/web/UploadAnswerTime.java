package io.crosscare.gateway.web;

import io.crosscare.gateway.routes.Match;
import io.crosscare.gateway.routes.Pace;
import io.crosscare.gateway.routes.RequestPath;
import io.crosscare.gateway.routes.RouteTable;
import java.time.Duration;
import java.util.function.BiConsumer;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientRequest;

/**
 * Waits for a service that still reads a file when the gateway has sent the last byte of it: what lies between them holds
 * megabytes, which are minutes of small rows. Every other answer has to go on within the client's own time.
 */
public final class UploadAnswerTime implements BiConsumer<HttpClientRequest, Connection> {

    private final RouteTable table;
    private final Duration uploadTime;

    public UploadAnswerTime(RouteTable table, Duration uploadTime) {
        this.table = table;
        this.uploadTime = uploadTime;
    }

    @Override
    public void accept(HttpClientRequest request, Connection connection) {
        boolean isUpload = RequestPath.parse(request.uri())
                .map(path -> table.match(request.method().name(), path))
                .filter(match -> match instanceof Match.Found(var door) && door.pace() == Pace.UPLOAD)
                .isPresent();
        if (isUpload) {
            request.responseTimeout(uploadTime);
        }
    }
}
