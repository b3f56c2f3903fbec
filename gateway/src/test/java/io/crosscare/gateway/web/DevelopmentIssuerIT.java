package io.crosscare.gateway.web;

import static io.crosscare.gateway.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import io.crosscare.local.data.UnsuitableFolderException;
import io.crosscare.local.token.DevelopmentTokens;
import io.crosscare.local.token.TokenRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The keys and tokens of the one-machine suite, as its own commands make them. */
class DevelopmentIssuerIT extends GatewayAtWork {

    private static final Path DATA = suite();

    @DynamicPropertySource
    static void useItsKeys(DynamicPropertyRegistry properties) {
        properties.add(
                "crosscare.keys.directory", () -> DataFolder.at(DATA).keys().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "HOSPITAL, institution, H31000000001",
        "AGENCY, region, 321100",
        "PLATFORM, region, 320000",
        "INSURED, person, paaaaaaaaaaaaaaaaaaaaaaaaaa"
    })
    void letsInEveryRoleOfTheCommand(TokenRole role, String claim, String value) {
        assertThat(ask(DevelopmentTokens.of(DATA).token(role, Map.of(claim, value), Duration.ofMinutes(1)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsInOperators() {
        assertThat(ask(DevelopmentTokens.of(DATA).token(TokenRole.OPERATOR, Map.of(), Duration.ofMinutes(1)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void knowsNoTokenOfAnotherDataDirectory() {
        String foreign = DevelopmentTokens.of(suite()).token(TokenRole.OPERATOR, Map.of(), Duration.ofMinutes(1));

        assertProblem(ask(foreign), 401, "unauthenticated");
    }

    private HttpResponse<String> ask(String token) {
        return send(anonymous("/api/v1/agencies").header("Authorization", "Bearer " + token));
    }

    private static Path suite() {
        try {
            Path data = Files.createTempDirectory("crosscare-gateway-test");
            DataFolder folder = DataFolder.at(data);
            folder.prepare();
            new Keys(folder.keys()).makeMissing(List.of("gateway"));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsuitableFolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
