package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Eventually;
import io.crosscare.acceptance.GatewayClient;
import io.crosscare.acceptance.Party;
import io.crosscare.chassis.id.RandomIds;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The doors of the suite for several cases at a time: who is told to come again comes again, under the same key. */
final class Suite {

    private static final int TRIES = 6;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int TOO_MANY = 429;
    private static final int AWAY = 503;

    private final GatewayClient gateway;
    private final RandomIds ids;

    Suite(GatewayClient gateway, RandomIds ids) {
        this.gateway = gateway;
        this.ids = ids;
    }

    Answer ask(Party party, Call call) {
        Answer answer = gateway.ask(party, call);
        for (int tries = 1; tries < TRIES && isAway(answer); tries++) {
            Eventually.pause(PAUSE);
            answer = gateway.ask(party, call);
        }
        return answer;
    }

    List<JsonNode> list(Party party, Call call) {
        return gateway.list(party, call);
    }

    String newKey() {
        return ids.next('k');
    }

    static Party agencyOf(String region) {
        return Party.agency(region + " 经办机构", "agency of " + region, region);
    }

    static Party hospital(String code) {
        return Party.hospital(code, code, code);
    }

    private static boolean isAway(Answer answer) {
        return answer.status() == TOO_MANY || answer.status() == AWAY;
    }
}
