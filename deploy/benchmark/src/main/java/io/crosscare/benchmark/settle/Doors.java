package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.http.Request;
import io.crosscare.benchmark.load.Answers;
import io.crosscare.benchmark.load.Api;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.settle.Visits.Plan;
import org.jspecify.annotations.Nullable;

/** The doors of a visit, asked as the system of a hospital asks them. Each gives what the next one needs. */
final class Doors {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final String CIRCUMSTANCES = "\"batch\":\"" + FeeLines.BATCH + "\",\"usePersonalAccount\":true";

    private final Entrance entrance;
    private final Ledger ledger;

    Doors(Entrance entrance, Ledger ledger) {
        this.entrance = entrance;
        this.ledger = ledger;
    }

    /** The id of the visit. */
    String register(Plan plan) throws Unexpected {
        String body = """
            {"personId":"%s","insuredRegion":"%s","serviceType":"OUTPATIENT","startedOn":"%s",\
            "cardKind":"PROVINCIAL_CARD","visitNumber":"%s"}\
            """.formatted(plan.personId(), People.INSURED_REGION, FeeLines.DAY, plan.number());
        Request request = Request.post(Api.ROOT + "/visits", bearer(plan), plan.number() + "-visit", body);
        return Answers.text(Answers.require(entrance.http(), request, CREATED), "id");
    }

    void upload(Plan plan, String visitId) throws Unexpected {
        Request request = Request.put(Api.ROOT + "/visits/" + visitId + "/fee-lines", bearer(plan), plan.lines());
        Answers.require(entrance.http(), request, OK);
    }

    /** The head that the preview stood on, as it was told. */
    String preview(Plan plan, String visitId) throws Unexpected {
        Request request = new Request(
                "POST", Api.ROOT + "/visits/" + visitId + "/previews", bearer(plan), null, "{" + CIRCUMSTANCES + "}");
        return Answers.raw(Answers.require(entrance.http(), request, OK), "head");
    }

    /** A replay is not expected here and no success. */
    void settle(Plan plan, String visitId, @Nullable String head) throws Unexpected {
        Request request = settlement(plan, visitId, plan.number() + "-settle", head);
        String settlement = Answers.require(entrance.http(), request, CREATED);
        ledger.settled(plan.personId(), Answers.text(settlement, "id"));
    }

    /** The same request once more, for a visit of which it is not known whether it was settled: either is told. */
    void settleAgain(Plan plan, String visitId) throws Unexpected {
        Request request = settlement(plan, visitId, plan.number() + "-settle", null);
        String settlement = Answers.require(entrance.http(), request, CREATED, OK);
        ledger.settled(plan.personId(), Answers.text(settlement, "id"));
    }

    private Request settlement(Plan plan, String visitId, String key, @Nullable String head) {
        String body = head == null ? "{" + CIRCUMSTANCES + "}" : "{" + CIRCUMSTANCES + ",\"head\":" + head + "}";
        return Request.post(Api.ROOT + "/visits/" + visitId + "/settlements", bearer(plan), key, body);
    }

    private String bearer(Plan plan) {
        return entrance.bearerOf().apply(plan.hospital());
    }
}
