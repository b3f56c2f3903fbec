package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.http.HttpClient;
import io.crosscare.benchmark.http.Request;
import io.crosscare.benchmark.http.Response;
import io.crosscare.benchmark.load.Answers;
import io.crosscare.benchmark.load.Api;
import io.crosscare.benchmark.load.Callers;
import io.crosscare.benchmark.load.ClosedLoop;
import io.crosscare.benchmark.load.ErrorCounts;
import io.crosscare.benchmark.load.Pace;
import io.crosscare.benchmark.load.People;
import io.crosscare.benchmark.load.Progress;
import io.crosscare.benchmark.load.Unexpected;
import io.crosscare.benchmark.settle.Verdict.Check;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the suite afterwards whether all that was answered is in its chains, once, and nothing else is. */
final class Examination {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String RUNNING = "RUNNING";
    private static final String HELD = "HELD";
    private static final int PAGE = 200;
    private static final int REQUESTS_PER_SECOND = 350;
    private static final int IN_FLIGHT = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration AUDIT_PATIENCE = Duration.ofMinutes(30);

    private final HttpClient gateway;
    private final Callers callers;
    private final Ledger ledger;
    private final Progress progress;
    private final Pace pace = new Pace(REQUESTS_PER_SECOND);

    Examination(HttpClient gateway, Callers callers, Ledger ledger, Progress progress) {
        this.gateway = gateway;
        this.callers = callers;
        this.ledger = ledger;
        this.progress = progress;
    }

    /**
     * The verdict.
     *
     * @param sample persons whose chains are read
     * @param run part of the key of the audit
     */
    Verdict examine(ErrorCounts errors, List<String> sample, String run) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("没有错误", "no errors", errors.total() == 0, "%,d".formatted(errors.total())));
        checks.add(new Check(
                "每个应答各是一笔结算",
                "each answer is a settlement of its own",
                ledger.answers() > 0 && ledger.answers() == ledger.distinct(),
                "%,d / %,d".formatted(ledger.answers(), ledger.distinct())));
        checks.add(chains(sample));
        checks.add(audit(run));
        return new Verdict(checks);
    }

    private Check chains(List<String> sample) throws InterruptedException {
        progress.phase("核对结算链", "reading chains", sample.size());
        AtomicLong entries = new AtomicLong();
        AtomicLong answers = new AtomicLong();
        AtomicInteger different = new AtomicInteger();
        new ClosedLoop(IN_FLIGHT).run(sample.size(), (index, _) -> {
            String person = sample.get(index);
            try {
                Set<String> answered = ledger.of(person);
                List<String> present = settlementsOf(person);
                answers.addAndGet(answered.size());
                entries.addAndGet(present.size());
                boolean isEqual = present.size() == answered.size() && answered.equals(new HashSet<>(present));
                different.addAndGet(isEqual ? 0 : 1);
            } catch (Unexpected _) {
                different.incrementAndGet();
            }
            progress.tick();
        });
        return new Check(
                "链中的结算与应答一致（抽查 %,d 人）".formatted(sample.size()),
                "chains hold what was answered (%,d persons)".formatted(sample.size()),
                !sample.isEmpty() && different.get() == 0,
                "应答 answered %,d, 链中 in the chains %,d, %,d 人不一致 persons differ"
                        .formatted(answers.get(), entries.get(), different.get()));
    }

    private List<String> settlementsOf(String person) throws Unexpected {
        List<String> settlements = new ArrayList<>();
        String cursor = "";
        while (true) {
            pace.await();
            String path = Api.ROOT + "/persons/" + person + "/chain?limit=" + PAGE + cursor;
            String bearer = callers.agency(People.INSURED_REGION);
            JsonNode page = JsonMapper.shared().readTree(Answers.require(gateway, Request.get(path, bearer), OK));
            for (JsonNode entry : page.path("items")) {
                if (entry.path("kind").asString().equals("SETTLEMENT")) {
                    settlements.add(entry.path("id").asString());
                }
            }
            if (!page.path("nextCursor").isString()) {
                return settlements;
            }
            cursor = "&cursor=" + page.path("nextCursor").asString();
        }
    }

    /** By the suite's own auditor, where there is one. Only one audit runs at a time: somebody else's is waited for. */
    private Check audit(String run) throws InterruptedException {
        progress.phase("审计", "audit", 0);
        long deadline = System.nanoTime() + AUDIT_PATIENCE.toNanos();
        Request begin = Request.post(Api.ROOT + "/audits", callers.operator(), run + "-audit", "{}");
        try {
            Response begun = gateway.send(begin);
            while (begun.status() == CONFLICT && System.nanoTime() < deadline) {
                Thread.sleep(LOOK_EVERY);
                begun = gateway.send(begin);
            }
            if (begun.status() == NOT_FOUND) {
                return audited(true, "本版本没有审计 / this version has no auditor");
            }
            if (begun.status() != ACCEPTED) {
                return audited(false, Answers.labelOf(begun));
            }
            JsonNode ended = endOf(Answers.text(begun.body(), "id"), deadline);
            return audited(ended.path("state").asString().equals(HELD), wordsFor(ended));
        } catch (IOException e) {
            return audited(false, "无应答 no answer: " + e.getClass().getSimpleName());
        } catch (Unexpected e) {
            return audited(false, e.label());
        }
    }

    private JsonNode endOf(String audit, long deadline) throws Unexpected, InterruptedException {
        while (true) {
            JsonNode now = JsonMapper.shared()
                    .readTree(Answers.require(
                            gateway, Request.get(Api.ROOT + "/audits/" + audit, callers.operator()), OK));
            if (!now.path("state").asString().equals(RUNNING) || System.nanoTime() > deadline) {
                return now;
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** The state, and either how many invariants were looked at or which of them are broken, and how often. */
    private static String wordsFor(JsonNode audit) {
        StringJoiner words = new StringJoiner(", ").add(audit.path("state").asString());
        for (JsonNode invariant : audit.path("invariants")) {
            long violations = invariant.path("violationCount").asLong();
            if (violations > 0) {
                words.add("%s × %,d".formatted(invariant.path("id").asString(), violations));
            }
        }
        return words.add("%d 条不变式 invariants".formatted(audit.path("invariants").size()))
                .toString();
    }

    private static Check audited(boolean holds, String found) {
        return new Check("审计", "audit", holds, found);
    }
}
