package io.crosscare.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What the desk's own report says of the scenarios that were played: shown to people, and never a wrong action. */
final class Automation {

    private Automation() {}

    static void report(GatewayClient gateway) {
        Answer report = gateway.ask(Party.operator(), Call.get("/correction-cases/automation"))
                .require(200);
        System.out.printf(
                "纠错单 correction cases: 已办结 closed %d, 其中无人工 without a hand %d (%s), 未办结 open %d, 自动处理有误 wrong"
                        + " automatic actions %d%n",
                report.number("closed"),
                report.number("withoutHand"),
                percent(report.json()),
                report.number("open"),
                report.number("wrongActions"));
        for (JsonNode cause : report.field("causes")) {
            System.out.printf(
                    "  %-26s closed %3d, without a hand %3d, open %3d%n",
                    cause.path("cause").asString("-"),
                    cause.path("closed").asLong(),
                    cause.path("withoutHand").asLong(),
                    cause.path("open").asLong());
        }
        assertThat(report.number("wrongActions")).isZero();
    }

    private static String percent(JsonNode report) {
        long share = report.path("shareWithoutHandBp").asLong();
        return "%d.%02d %%".formatted(share / 100, share % 100);
    }
}
