package io.crosscare.benchmark.load;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.http.Request;
import io.crosscare.benchmark.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The persons and hospitals of a run: fictional retirees of Zhenjiang, filed for Shanghai, with money on their personal
 * account; and every institution of Shanghai that the registry knows.
 */
public final class People {

    public static final String INSURED_REGION = "321100";
    private static final String CARE_REGION = "310000";

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    /** Somebody else may have the identity number that was drawn. */
    private static final int DRAWS_MAX = 5;

    /** Below what the gateway allows one caller, for one agency does all of this. */
    private static final int REQUESTS_PER_SECOND = 350;

    private static final int IN_FLIGHT = 8;
    private static final long CREDIT_FEN = 1_000_000_000;

    private final HttpClient gateway;
    private final Callers callers;
    private final String run;
    private final Progress progress;
    private final Pace pace = new Pace(REQUESTS_PER_SECOND);

    public People(HttpClient gateway, Callers callers, String run, Progress progress) {
        this.gateway = gateway;
        this.callers = callers;
        this.run = run;
        this.progress = progress;
    }

    public List<String> hospitals() throws Unexpected {
        String path = Api.ROOT + "/institutions?limit=200&region=" + CARE_REGION;
        String page = Answers.require(gateway, Request.get(path, callers.operator()), OK);
        List<String> codes = new ArrayList<>();
        for (JsonNode institution : JsonMapper.shared().readTree(page).path("items")) {
            codes.add(institution.path("code").asString());
        }
        return codes;
    }

    /** So many persons who can be settled for. */
    public List<String> persons(int count, long seed, ErrorCounts errors) throws InterruptedException {
        return persons(count, errors, index -> {
            String id = filed(index, seed);
            credit(id, index);
            return id;
        });
    }

    /** So many persons who are filed and have nothing on their account yet. */
    public List<String> filed(int count, long seed, ErrorCounts errors) throws InterruptedException {
        return persons(count, errors, index -> filed(index, seed));
    }

    /** Puts money on their accounts. */
    public void credit(List<String> persons, ErrorCounts errors) throws InterruptedException {
        persons(persons.size(), errors, index -> {
            String id = persons.get(index);
            credit(id, index);
            return id;
        });
    }

    private interface Preparing {
        String person(int index) throws Unexpected;
    }

    private List<String> persons(int count, ErrorCounts errors, Preparing preparing) throws InterruptedException {
        progress.phase("准备参保人", "preparing persons", count);
        String[] ids = new String[count];
        new ClosedLoop(IN_FLIGHT).run(count, (index, _) -> {
            try {
                ids[index] = preparing.person(index);
                progress.tick();
            } catch (Unexpected e) {
                errors.count(e.label());
            }
        });
        return Arrays.stream(ids).filter(id -> id != null).toList();
    }

    private String filed(int index, long seed) throws Unexpected {
        String agency = callers.agency(INSURED_REGION);
        String id = register(agency, new Random(seed + index));
        ask(Request.post(Api.ROOT + "/filings", agency, run + "-" + index + "-filing", """
            {"personId":"%s","category":"RETIRED_RESETTLED","careRegion":"%s","effectiveFrom":"2019-05-01",\
            "channel":"COUNTER","reason":"压力测试"}\
            """.formatted(id, CARE_REGION)));
        return id;
    }

    private void credit(String person, int index) throws Unexpected {
        ask(Request.post(
                Api.ROOT + "/persons/" + person + "/account-credits",
                callers.agency(INSURED_REGION),
                run + "-" + index + "-credit",
                """
                {"amountFen":%d,"reason":"压力测试"}\
                """.formatted(CREDIT_FEN)));
    }

    private String register(String agency, Random random) throws Unexpected {
        for (int draw = 1; ; draw++) {
            String papers = Papers.ofSomebodyNew(INSURED_REGION, random);
            Response response = send(new Request("POST", Api.ROOT + "/insured-persons", agency, null, papers));
            if (response.status() == CREATED) {
                return Answers.text(response.body(), "personId");
            }
            if (response.status() != CONFLICT || draw == DRAWS_MAX) {
                throw new Unexpected(Answers.labelOf(response));
            }
        }
    }

    private void ask(Request request) throws Unexpected {
        Response response = send(request);
        if (response.status() != CREATED) {
            throw new Unexpected(Answers.labelOf(response));
        }
    }

    /** All of this may be asked again: persons by their number, the rest by its key. */
    private Response send(Request request) throws Unexpected {
        try {
            pace.await();
            Response response = gateway.send(request);
            return response.status() == TOO_MANY ? send(request) : response;
        } catch (IOException e) {
            throw new Unexpected("无应答 no answer: " + e.getClass().getSimpleName(), e);
        }
    }
}
