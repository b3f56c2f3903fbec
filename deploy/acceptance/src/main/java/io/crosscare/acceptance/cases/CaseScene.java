package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Json;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.cases.CaseInput.Filing;
import io.crosscare.acceptance.cases.CaseInput.Person;
import io.crosscare.acceptance.cases.CaseInput.Year;
import io.crosscare.chassis.money.Money;
import io.crosscare.local.person.FictionalPerson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a case needs before it can be settled, each thing made anew: the person, the filing, the year so far, the bill. */
final class CaseScene {

    private static final String BATCH = "1";
    private static final String WHY = "案例 worked case";
    private static final String SAMPLE_ITEM = "ZL0001";
    private static final long SAMPLE_FEN = 10_000;

    private final Suite suite;
    private final CaseInstitutions institutions;
    private final CaseItems items;
    private final RandomGenerator random;

    CaseScene(Suite suite, CaseInstitutions institutions, CaseItems items, RandomGenerator random) {
        this.suite = suite;
        this.institutions = institutions;
        this.items = items;
        this.random = random;
    }

    /** A person and the institution that treats them. */
    record Patient(String personId, Party agency, Party hospital) {}

    String institutionOf(CaseInput input) {
        return institutions.codeOf(input.place());
    }

    String institutionOrNobodys(CaseInput input) {
        return institutions.codeOrNobodys(input.place());
    }

    /** Registers the person of the case, with what they are entitled to at the institution. */
    Patient register(CaseInput input, String institution) {
        Party agency = Suite.agencyOf(input.person().insuredRegion());
        String personId = suite.ask(agency, insuredPerson(input, institution))
                .require(201)
                .string("personId");
        return new Patient(personId, agency, Suite.hospital(institution));
    }

    /** As {@link #register}, with the filing lodged and the year opened. */
    Patient prepare(CaseInput input, String institution) {
        Patient patient = register(input, institution);
        Filing filing = input.filing();
        if (filing != null) {
            suite.ask(patient.agency(), filing(patient, filing)).require(201);
        }
        openYear(input, patient);
        return patient;
    }

    private Call insuredPerson(CaseInput input, String institution) {
        Person given = input.person();
        FictionalPerson papers = FictionalPerson.bornBetween(1935, 1990, random);
        ObjectNode person = Json.object()
                .put("insuredRegion", given.insuredRegion())
                .put("personNumber", papers.personNumber())
                .put("plan", given.plan())
                .put("personType", given.personType())
                .put("name", papers.name())
                .put("identityNumber", papers.identityNumber())
                .put("insuranceStatus", given.insuranceStatus())
                .put("householdRegistration", given.household());
        person.putArray("cards")
                .addObject()
                .put("kind", given.cardKind())
                .put("number", papers.cardNumber())
                .put("issuedBy", given.insuredRegion())
                .put("state", given.cardState());
        if (input.service().equals("CHRONIC")) {
            person.putArray("diseaseEntitlements")
                    .addObject()
                    .put("kind", "CHRONIC_DISEASE")
                    .put("diseaseCode", "M03900")
                    .put("diseaseName", "高血压")
                    .put("institution", institution)
                    .put("from", input.date().getYear() + "-01-01");
        }
        return Call.post("/insured-persons", person);
    }

    Call filing(Patient patient, Filing filing) {
        ObjectNode body = Json.object()
                .put("personId", patient.personId())
                .put("category", filing.category())
                .put("careRegion", filing.careRegion())
                .put("effectiveFrom", filing.from().toString())
                .put("channel", "COUNTER")
                .put("reason", WHY);
        filing.end().ifPresent(end -> body.put("effectiveTo", end.toString()));
        return Call.post("/filings", body).underKey(suite.newKey());
    }

    private void openYear(CaseInput input, Patient patient) {
        Map<String, Long> counters = countersOf(input);
        if (!counters.isEmpty()) {
            ObjectNode body = Json.object().put("reason", WHY);
            counters.forEach(body.putObject("counters")::put);
            Call opening = Call.post("/persons/" + patient.personId() + "/openings", body);
            suite.ask(patient.agency(), opening.underKey(suite.newKey())).require(201);
        }
        if (input.year().accountBalance() > 0) {
            ObjectNode body = Json.object()
                    .put("amountFen", input.year().accountBalance())
                    .put("reason", WHY);
            Call credit = Call.post("/persons/" + patient.personId() + "/account-credits", body);
            suite.ask(patient.agency(), credit.underKey(suite.newKey())).require(201);
        }
    }

    /** The counters of the case's service and period, as they are given; those at zero are left out. */
    private static Map<String, Long> countersOf(CaseInput input) {
        Year year = input.year();
        String service = switch (input.service()) {
            case "INPATIENT" -> "";
            case "CHRONIC" -> ".chronic";
            default -> ".outpatient";
        };
        Map<String, Long> counters = new LinkedHashMap<>();
        counters.put("pooled" + service, year.pooledUsed());
        counters.put("large", year.largeUsed());
        counters.put("burden", year.burdenBefore());
        counters.put("admissions", year.admissionsBefore());
        if (!input.isStay()) {
            counters.put("deductible" + service, year.deductibleUsed());
        }
        counters.values().removeIf(value -> value == 0);
        Map<String, Long> named = new LinkedHashMap<>();
        counters.forEach((name, value) -> named.put(input.date().getYear() + "/" + name, value));
        return named;
    }

    /** A visit with the lines of the case, ready to be settled. */
    String bill(CaseInput input, Patient patient) {
        String visit = suite.ask(patient.hospital(), visit(input, patient))
                .require(201)
                .string("id");
        chargeFor(input, patient, visit);
        return visit;
    }

    Call visit(CaseInput input, Patient patient) {
        ObjectNode visit = Json.object()
                .put("personId", patient.personId())
                .put("insuredRegion", input.person().insuredRegion())
                .put("serviceType", input.service())
                .put("startedOn", input.date().toString())
                .put("cardKind", input.person().cardKind())
                .put("visitNumber", suite.newKey());
        if (input.specialTreatment() != null) {
            visit.put("specialTreatment", input.specialTreatment());
        }
        return Call.post("/visits", visit).underKey(suite.newKey());
    }

    /** The lines of the case, or one of a sample item where it has none; a stay is then discharged. */
    void chargeFor(CaseInput input, Patient patient, String visit) {
        ObjectNode body = Json.object();
        ArrayNode lines = body.putArray("lines");
        input.lines().forEach(line -> addLine(lines, line.number(), items.codeOf(input, line), line.fen(), input));
        if (input.lines().isEmpty()) {
            addLine(lines, 1, SAMPLE_ITEM, SAMPLE_FEN, input);
        }
        suite.ask(patient.hospital(), Call.put("/visits/" + visit + "/fee-lines", body))
                .require(200);
        if (input.isStay()) {
            Call discharge = Call.post(
                    "/visits/" + visit + "/discharges",
                    Json.object().put("endedOn", input.date().toString()));
            suite.ask(patient.hospital(), discharge.underKey(suite.newKey())).require(200);
        }
    }

    /** One unit at the price of the line; a return has the quantity minus one. */
    private static void addLine(ArrayNode lines, int number, String itemCode, long fen, CaseInput input) {
        lines.addObject()
                .put("lineNumber", number)
                .put("batch", BATCH)
                .put("itemCode", itemCode)
                .put("quantity", fen < 0 ? "-1" : "1")
                .put("unitPrice", Money.ofFen(Math.abs(fen)).toYuan())
                .put("amountFen", fen)
                .put("serviceDate", input.date().toString());
    }

    Call preview(CaseInput input, String visit) {
        return Call.post("/visits/" + visit + "/previews", scope(input));
    }

    Call settlement(CaseInput input, String visit, @Nullable JsonNode head) {
        ObjectNode body = scope(input);
        if (head != null) {
            body.set("head", head);
        }
        return Call.post("/visits/" + visit + "/settlements", body).underKey(suite.newKey());
    }

    Call cancellation(String settlementId) {
        return Call.post(
                        "/settlements/" + settlementId + "/cancellations",
                        Json.object().put("reason", WHY))
                .underKey(suite.newKey());
    }

    private static ObjectNode scope(CaseInput input) {
        ObjectNode body = Json.object().put("usePersonalAccount", input.year().usesAccount());
        return input.isStay() ? body : body.put("batch", BATCH);
    }
}
