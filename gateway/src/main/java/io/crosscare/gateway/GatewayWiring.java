package io.crosscare.gateway;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.crosscare.chassis.security.InternalTokens;
import io.crosscare.gateway.identity.Admissions;
import io.crosscare.gateway.identity.BearerTokens;
import io.crosscare.gateway.identity.DevelopmentIssuer;
import io.crosscare.gateway.identity.IssuerKeys;
import io.crosscare.gateway.limits.AddressLimits;
import io.crosscare.gateway.limits.RateLimits;
import io.crosscare.gateway.routes.Pace;
import io.crosscare.gateway.routes.RouteTable;
import io.crosscare.gateway.web.AccessLog;
import io.crosscare.gateway.web.AnswerHeaders;
import io.crosscare.gateway.web.BodyStep;
import io.crosscare.gateway.web.DoorRoutes;
import io.crosscare.gateway.web.DoorStep;
import io.crosscare.gateway.web.Edge;
import io.crosscare.gateway.web.ForwardedHeaders;
import io.crosscare.gateway.web.IdentityStep;
import io.crosscare.gateway.web.PeerFailures;
import io.crosscare.gateway.web.PublicServer;
import io.crosscare.gateway.web.PublishedContract;
import io.crosscare.gateway.web.RateStep;
import io.crosscare.gateway.web.UploadAnswerTime;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway is made of. */
@Configuration(proxyBeanMethods = false)
class GatewayWiring {

    @Bean
    RouteTable routeTable() {
        return RouteTable.ofTheSuite();
    }

    @Bean
    DoorRoutes doorRoutes(RouteTable table, GatewayProperties properties) {
        return new DoorRoutes(table, properties.services()::of, properties::answerTimeOf);
    }

    @Bean
    Admissions admissions(
            GatewayProperties properties, InternalTokens internalTokens, Clock clock, Environment environment) {
        GatewayProperties.Identity identity = properties.identity();
        if (!environment.matchesProfiles("local", "test")) {
            DevelopmentIssuer.refuse(identity.issuer(), identity.publicKeyFile());
        }
        BearerTokens bearers = new BearerTokens(keysOf(identity), identity.issuer(), identity.audience(), clock);
        return new Admissions(bearers, internalTokens, clock, identity.rememberedMax());
    }

    @Bean
    RateLimits rateLimits(GatewayProperties properties) {
        GatewayProperties.Limits limits = properties.limits();
        return new RateLimits(limits.perCaller(), limits.ofAll(), limits.callersMax());
    }

    @Bean
    AddressLimits addressLimits(GatewayProperties properties) {
        GatewayProperties.PublicReads limits = properties.publicReads();
        return new AddressLimits(limits.perAddress(), limits.ofAll(), limits.addressesMax());
    }

    /** The way in, in order: who is not known is not counted, and no body is read for either. */
    @Bean
    Edge edge(
            ApplicationContext context,
            RouteTable table,
            Admissions admissions,
            RateLimits rateLimits,
            AddressLimits addressLimits,
            GatewayProperties properties,
            Clock clock) {
        return new Edge(
                context,
                List.of(
                        new AccessLog(),
                        new AnswerHeaders(),
                        new DoorStep(table, PublishedContract.ofTheSuite(), clock),
                        new IdentityStep(admissions),
                        new RateStep(rateLimits, addressLimits),
                        new BodyStep(properties.limits()::bodyOf, properties.limits()::requestTimeOf)));
    }

    @Bean
    ForwardedHeaders forwardedHeaders() {
        return new ForwardedHeaders();
    }

    @Bean
    PeerFailures peerFailures(CircuitBreakerRegistry breakers, GatewayProperties properties) {
        return new PeerFailures(breakers, properties.timeouts().retryAfter());
    }

    /** Nothing is sent twice, nowhere is followed, and an answer that stops half-way is given up. */
    @Bean
    HttpClientCustomizer plainForwarding(RouteTable table, GatewayProperties properties) {
        UploadAnswerTime ofUploads = new UploadAnswerTime(table, properties.answerTimeOf(Pace.UPLOAD));
        return client -> client.disableRetry(true)
                .followRedirect(false)
                .responseTimeout(properties.timeouts().lengthyAnswer())
                .doOnRequest(ofUploads);
    }

    /** The body step answers a slow request in time; this only closes what it does not see. */
    @Bean
    PublicServer publicServer(RouteTable table, GatewayProperties properties, JsonMapper json) {
        return new PublicServer(
                table, pace -> properties.limits().requestTimeOf(pace).multipliedBy(2), json);
    }

    private static JWKSource<SecurityContext> keysOf(GatewayProperties.Identity identity) {
        Path file = identity.publicKeyFile();
        if (file != null) {
            return IssuerKeys.ofFile(file, identity.keyId());
        }
        URI jwks = identity.jwksUri();
        if (jwks == null) {
            throw new IllegalStateException("the properties allow exactly one source of keys");
        }
        return IssuerKeys.ofUri(jwks);
    }
}
