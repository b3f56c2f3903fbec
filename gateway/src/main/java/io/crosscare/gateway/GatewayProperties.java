package io.crosscare.gateway;

import io.crosscare.gateway.limits.Rate;
import io.crosscare.gateway.routes.Pace;
import io.crosscare.gateway.routes.Peer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Everything about the gateway that may be set. A value that cannot work stops the start with its name. */
@ConfigurationProperties("crosscare")
public record GatewayProperties(
        Services services,
        @DefaultValue Identity identity,
        @DefaultValue Limits limits,
        @DefaultValue PublicReads publicReads,
        @DefaultValue Timeouts timeouts) {

    /** Base addresses of the services: scheme, host and port. */
    public record Services(URI correction, URI filing, URI registry, URI settlement) {

        public Services {
            requireBase("correction", correction);
            requireBase("filing", filing);
            requireBase("registry", registry);
            requireBase("settlement", settlement);
        }

        URI of(Peer peer) {
            return switch (peer) {
                case CORRECTION -> correction;
                case FILING -> filing;
                case REGISTRY -> registry;
                case SETTLEMENT -> settlement;
            };
        }

        private static void requireBase(String name, URI address) {
            boolean isBase = ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawPath().isEmpty();
            require(isBase, "services." + name + " is an http or https address without a path");
        }
    }

    /**
     * Whose tokens are believed: those of one issuer, by exactly one source of its keys.
     *
     * @param keyId of the key in {@code publicKeyFile}
     * @param publicKeyFile PEM of the development issuer's key
     * @param jwksUri where an identity provider publishes its keys
     * @param rememberedMax tokens whose exchange is remembered
     */
    public record Identity(
            @DefaultValue("") String issuer,
            @DefaultValue("crosscare") String audience,
            @DefaultValue("local-issuer") String keyId,
            @Nullable Path publicKeyFile,
            @Nullable URI jwksUri,
            @DefaultValue("10000") int rememberedMax) {

        public Identity {
            require(!issuer.isBlank() && !audience.isBlank(), "identity.issuer and identity.audience name something");
            require(
                    (publicKeyFile == null) != (jwksUri == null),
                    "identity.public-key-file or identity.jwks-uri is set, and not both");
            require(rememberedMax > 0, "identity.remembered-max is positive");
        }
    }

    /**
     * What one request, one caller and all callers may take.
     *
     * @param body of one request
     * @param requestTime from the first byte of a request to its last
     * @param upload body of a request that brings a file of many rows
     * @param uploadTime from the first byte of such a request to its last, and to its answer
     * @param requestsPerCaller of one hospital, agency, platform, operator or person in a period
     * @param requestsOfAll callers of this process in a period
     * @param callersMax callers counted at the same time
     */
    public record Limits(
            @DefaultValue("1MB") DataSize body,
            @DefaultValue("20s") Duration requestTime,
            @DefaultValue("64MB") DataSize upload,
            @DefaultValue("30m") Duration uploadTime,
            @DefaultValue("500") int requestsPerCaller,
            @DefaultValue("4000") int requestsOfAll,
            @DefaultValue("1s") Duration ratePeriod,
            @DefaultValue("10000") int callersMax) {

        public Limits {
            require(body.toBytes() > 0, "limits.body is positive");
            require(isPositive(requestTime), "limits.request-time is positive");
            require(upload.toBytes() > 0, "limits.upload is positive");
            require(isPositive(uploadTime), "limits.upload-time is positive");
            require(requestsPerCaller > 0 && requestsOfAll > 0, "limits.requests-per-caller and -of-all are positive");
            require(isPositive(ratePeriod), "limits.rate-period is positive");
            require(callersMax > 0, "limits.callers-max is positive");
        }

        DataSize bodyOf(Pace pace) {
            return switch (pace) {
                case AT_ONCE, LENGTHY -> body;
                case UPLOAD -> upload;
            };
        }

        Duration requestTimeOf(Pace pace) {
            return switch (pace) {
                case AT_ONCE, LENGTHY -> requestTime;
                case UPLOAD -> uploadTime;
            };
        }

        Rate perCaller() {
            return new Rate(requestsPerCaller, ratePeriod);
        }

        Rate ofAll() {
            return new Rate(requestsOfAll, ratePeriod);
        }
    }

    /**
     * What those may take who show no token.
     *
     * @param requestsPerAddress of one client address in a period
     * @param requestsOfAll of all of them together, so that they cannot use up what the services have for others
     * @param addressesMax addresses counted at the same time
     */
    public record PublicReads(
            @DefaultValue("10") int requestsPerAddress,
            @DefaultValue("200") int requestsOfAll,
            @DefaultValue("1s") Duration ratePeriod,
            @DefaultValue("50000") int addressesMax) {

        public PublicReads {
            require(
                    requestsPerAddress > 0 && requestsOfAll > 0,
                    "public-reads.requests-per-address and -of-all are positive");
            require(isPositive(ratePeriod), "public-reads.rate-period is positive");
            require(addressesMax > 0, "public-reads.addresses-max is positive");
        }

        Rate perAddress() {
            return new Rate(requestsPerAddress, ratePeriod);
        }

        Rate ofAll() {
            return new Rate(requestsOfAll, ratePeriod);
        }
    }

    /**
     * How long a service may take until it begins to answer.
     *
     * @param answer for whoever waits at a window
     * @param lengthyAnswer for work on many records
     * @param retryAfter what a caller is told to wait when a service is away
     */
    public record Timeouts(
            @DefaultValue("10s") Duration answer,
            @DefaultValue("60s") Duration lengthyAnswer,
            @DefaultValue("2s") Duration retryAfter) {

        public Timeouts {
            require(isPositive(answer), "timeouts.answer is positive");
            require(isPositive(lengthyAnswer), "timeouts.lengthy-answer is positive");
            require(isPositive(retryAfter), "timeouts.retry-after is positive");
        }
    }

    /** Until a service has to begin its answer, its request's body with it: an upload is answered when it has ended. */
    Duration answerTimeOf(Pace pace) {
        return switch (pace) {
            case AT_ONCE -> timeouts.answer();
            case LENGTHY -> timeouts.lengthyAnswer();
            case UPLOAD -> limits.uploadTime();
        };
    }

    private static boolean isPositive(Duration duration) {
        return duration.isPositive();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("crosscare." + rule);
        }
    }
}
