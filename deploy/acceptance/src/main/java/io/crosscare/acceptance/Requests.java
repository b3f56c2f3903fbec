package io.crosscare.acceptance;

import io.crosscare.chassis.money.Money;
import io.crosscare.local.person.FictionalPerson;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests of the main job as their callers write them, right in every field. */
public final class Requests {

    public static final String ZHENJIANG = "321100";
    public static final String SHANGHAI = "310000";

    /** The fee batch of a visit that has one. */
    static final String BATCH = "1";

    private Requests() {}

    /** An employee of Zhenjiang with an active provincial card, as the agency reports them. */
    public static Call insuredPerson(FictionalPerson papers, String personType) {
        ObjectNode person = Json.object()
                .put("insuredRegion", ZHENJIANG)
                .put("personNumber", papers.personNumber())
                .put("plan", "EMPLOYEE")
                .put("personType", personType)
                .put("name", papers.name())
                .put("identityNumber", papers.identityNumber())
                .put("insuranceStatus", "ACTIVE")
                .put("householdRegistration", ZHENJIANG);
        person.putArray("cards")
                .addObject()
                .put("kind", "PROVINCIAL_CARD")
                .put("number", papers.cardNumber())
                .put("issuedBy", ZHENJIANG)
                .put("state", "ACTIVE");
        return Call.post("/insured-persons", person);
    }

    /** What a person shows at the window: the number and the card. */
    public static Call lookUp(FictionalPerson papers) {
        ObjectNode credential =
                Json.object().put("insuredRegion", ZHENJIANG).put("identityNumber", papers.identityNumber());
        credential.putObject("card").put("kind", "PROVINCIAL_CARD").put("number", papers.cardNumber());
        return Call.post("/insured-persons/lookups", credential);
    }

    public static Call filing(String personId, String category, String careRegion, String effectiveFrom, String key) {
        ObjectNode filing = Json.object()
                .put("personId", personId)
                .put("category", category)
                .put("careRegion", careRegion)
                .put("effectiveFrom", effectiveFrom)
                .put("channel", "COUNTER")
                .put("reason", "演示：补录当年的纸质备案");
        return Call.post("/filings", filing).underKey(key);
    }

    /** What the year already holds, counter by counter. */
    public static Call opening(String personId, Map<String, Long> counters, String key) {
        ObjectNode opening = Json.object().put("reason", "演示：结转当年已发生数");
        ObjectNode values = opening.putObject("counters");
        counters.forEach(values::put);
        return Call.post("/persons/" + personId + "/openings", opening).underKey(key);
    }

    public static Call accountCredit(String personId, long amountFen, String key) {
        ObjectNode credit = Json.object().put("amountFen", amountFen).put("reason", "演示：个人账户划入");
        return Call.post("/persons/" + personId + "/account-credits", credit).underKey(key);
    }

    public static Call visit(String personId, String serviceType, String startedOn, String visitNumber, String key) {
        ObjectNode visit = Json.object()
                .put("personId", personId)
                .put("insuredRegion", ZHENJIANG)
                .put("serviceType", serviceType)
                .put("startedOn", startedOn)
                .put("cardKind", "PROVINCIAL_CARD")
                .put("visitNumber", visitNumber);
        return Call.post("/visits", visit).underKey(key);
    }

    /** The bill of a golden case: one unit per line, at the price of its amount. */
    public static Call feeLines(String visitId, GoldenCase golden, List<String> itemCodes) {
        ObjectNode body = Json.object();
        ArrayNode lines = body.putArray("lines");
        for (int i = 0; i < golden.lines().size(); i++) {
            GoldenCase.Line line = golden.lines().get(i);
            lines.addObject()
                    .put("lineNumber", i + 1)
                    .put("batch", BATCH)
                    .put("itemCode", itemCodes.get(i))
                    .put("name", line.name())
                    .put("quantity", "1")
                    .put("unitPrice", Money.ofFen(line.fen()).toYuan())
                    .put("amountFen", line.fen())
                    .put("serviceDate", golden.text("date"));
        }
        return Call.put("/visits/" + visitId + "/fee-lines", body);
    }

    /** A bill of one consultation or so, at the price of its amount. */
    public static Call oneLine(String visitId, long amountFen, String serviceDate) {
        ObjectNode body = Json.object();
        body.putArray("lines")
                .addObject()
                .put("lineNumber", 1)
                .put("batch", BATCH)
                .put("itemCode", "ZL0001")
                .put("quantity", "1")
                .put("unitPrice", Money.ofFen(amountFen).toYuan())
                .put("amountFen", amountFen)
                .put("serviceDate", serviceDate);
        return Call.put("/visits/" + visitId + "/fee-lines", body);
    }

    public static Call preview(String visitId, boolean usePersonalAccount) {
        return Call.post("/visits/" + visitId + "/previews", circumstances(usePersonalAccount));
    }

    public static Call settlement(String visitId, boolean usePersonalAccount, String key) {
        return settlement(visitId, circumstances(usePersonalAccount), key);
    }

    /** A settlement on the head that its preview stood on, so that it cannot differ from what was shown. */
    public static Call settlementOn(JsonNode head, String visitId, boolean usePersonalAccount, String key) {
        ObjectNode body = circumstances(usePersonalAccount);
        body.set("head", head);
        return settlement(visitId, body, key);
    }

    /** Takes a settlement back that is known to stand. */
    public static Call cancellation(String settlementId, String key) {
        return Call.post(
                        "/settlements/" + settlementId + "/cancellations",
                        Json.object().put("reason", "演示：退费"))
                .underKey(key);
    }

    /** Gives a part of one line of a settled bill back. */
    public static Call adjustment(String settlementId, int line, String quantity, long amountFen, String key) {
        ObjectNode body = Json.object().put("reason", "演示：部分退费");
        body.putArray("returns")
                .addObject()
                .put("lineNumber", line)
                .put("quantity", quantity)
                .put("amountFen", amountFen);
        return Call.post("/settlements/" + settlementId + "/adjustments", body).underKey(key);
    }

    /** Makes certain that nothing stands under the key of a settlement whose outcome is unknown. */
    public static Call reversal(String personId, String institution, String reversedKey, String key) {
        ObjectNode body = Json.object()
                .put("personId", personId)
                .put("institution", institution)
                .put("kind", "SETTLEMENT")
                .put("key", reversedKey);
        return Call.post("/reversals", body).underKey(key);
    }

    /** Asks what became of a request. */
    public static Call outcome(String personId, String institution, String kind, String key) {
        return Call.get("/outcomes")
                .with("personId", personId)
                .with("institution", institution)
                .with("kind", kind)
                .with("key", key);
    }

    private static Call settlement(String visitId, ObjectNode body, String key) {
        return Call.post("/visits/" + visitId + "/settlements", body).underKey(key);
    }

    private static ObjectNode circumstances(boolean usePersonalAccount) {
        return Json.object().put("batch", BATCH).put("usePersonalAccount", usePersonalAccount);
    }
}
