package io.crosscare.acceptance.kills;

import io.crosscare.acceptance.Audit;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Eventually;
import io.crosscare.acceptance.GatewayClient;
import io.crosscare.chassis.id.RandomIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/**
 * One run: hospitals work, processes are killed or the power is cut, the suite heals; then the work stops, every silence is
 * looked into, the books are held against the chains, and the auditor has the last word.
 */
public final class KillRun {

    private static final Duration WORKS_AGAIN_WITHIN = Duration.ofSeconds(30);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final int CHAIN_PAGE = 200;

    private final GatewayClient gateway;
    private final Blow blow;
    private final Path journals;
    private final Plan plan;
    private final Progress progress;
    private final RandomIds ids = RandomIds.secure();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    /**
     * How it is played.
     *
     * @param kills how many blows are struck
     * @param seed of the moments and of what the hospitals do; who they are is random
     * @param clients persons who are treated at the same time; the last of them has no filing
     */
    public record Plan(int kills, long seed, int clients) {

        public Plan {
            if (kills < 0 || clients < 2) {
                throw new IllegalArgumentException(
                        "次数不能为负, 至少两名参保人 / kills is not negative, and there are two clients at least");
            }
        }
    }

    /** The suite must run, and the folder of the journals must not hold any yet. */
    public KillRun(GatewayClient gateway, Blow blow, Path journals, Plan plan, Progress progress) {
        this.gateway = gateway;
        this.blow = blow;
        this.journals = journals;
        this.plan = plan;
        this.progress = progress;
    }

    /** Plays it. The suite runs before and after. */
    public Report play() {
        SplittableRandom random = new SplittableRandom(plan.seed());
        Patience patience = new Patience(gateway, blow.healsWithin());
        progress.say("种子 " + plan.seed() + ", 账本在 " + journals, "seed and journals");
        World world = new World(patience, this::newKey);
        List<World.Person> persons = new ArrayList<>();
        for (int i = 0; i < plan.clients(); i++) {
            persons.add(world.newPerson(i < plan.clients() - 1, random.split()));
        }
        try (Books books = Books.begin(journals)) {
            Sending sending = new Sending(books, patience, world);
            Killer killer = new Killer(blow, random.split(), progress);
            List<Finding> findings = new ArrayList<>(work(persons, world, sending, books, killer, random));

            List<Intent> unknown = Resolver.unanswered(books.intents(), books.answers());
            progress.say("查明 " + unknown.size() + " 个无应答的请求", "looking into what was never answered");
            List<Resolved> resolved = new Resolver(books, patience, sending, world, this::newKey).resolve(unknown);

            List<Intent> intents = distinct(books.intents());
            progress.say("核对 " + intents.size() + " 个请求与结算链", "holding the journals against the chains");
            findings.addAll(new Check(intents, books.answers(), resolved, chainsOf(persons)).findings());
            if (blow.manner() == Manner.TERMINATE) {
                findings.addAll(unansweredThoughAskedToEnd(resolved, patience));
            }
            progress.say("审计", "auditing");
            Audit audit = Audit.hold(call -> patience.ask(Audit.operator(), call), newKey());
            return new Report(
                    plan.seed(),
                    blow.manner(),
                    killer.kills(),
                    intents.size(),
                    unknown.size(),
                    resolved,
                    findings,
                    audit);
        }
    }

    private List<Finding> work(
            List<World.Person> persons,
            World world,
            Sending sending,
            Books books,
            Killer killer,
            SplittableRandom random) {
        List<Finding> findings = new ArrayList<>();
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<?>> working = new ArrayList<>();
            for (World.Person person : persons) {
                Client client = new Client(world, sending, books, this::newKey, random.split(), person);
                working.add(clients.submit(() -> client.workWhile(goesOn::get)));
            }
            killer.kill(plan.kills());
            if (!worksAgain(books)) {
                findings.add(
                        new Finding(Finding.Kind.UNRESOLVED, "nothing was answered after the last process was back"));
            }
            goesOn.set(false);
            working.forEach(client -> await(client, findings));
        } finally {
            goesOn.set(false);
            clients.shutdownNow();
        }
        return findings;
    }

    /** What a process that may finish must not leave behind: a cut connection, and a thing done that nobody was told of. */
    private static List<Finding> unansweredThoughAskedToEnd(List<Resolved> resolved, Patience patience) {
        List<Finding> findings = new ArrayList<>();
        patience.cuts().forEach(cut -> findings.add(new Finding(Finding.Kind.UNANSWERED, cut)));
        resolved.stream()
                .filter(each -> each.end() == Resolved.End.DONE && each.way() == Resolved.Way.OUTCOME)
                .forEach(each -> findings.add(new Finding(
                        Finding.Kind.UNANSWERED, "intent %d was done, %s".formatted(each.intent(), each.entryId()))));
        return findings;
    }

    /** Whether work goes on after the last kill. */
    private boolean worksAgain(Books books) {
        long before = books.answersDone();
        long deadline = System.nanoTime() + WORKS_AGAIN_WITHIN.toNanos();
        while (books.answersDone() < before + plan.clients()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Eventually.pause(Duration.ofMillis(100));
        }
        return true;
    }

    private void await(Future<?> client, List<Finding> findings) {
        try {
            client.get(blow.healsWithin().plus(TO_STOP).toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            findings.add(new Finding(Finding.Kind.UNEXPECTED, "a hospital could not go on: " + failure.getCause()));
        } catch (TimeoutException stuck) {
            findings.add(new Finding(Finding.Kind.UNRESOLVED, "a hospital waits for ever: " + stuck));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Difference("被中断 · interrupted", interrupted);
        }
    }

    private Map<String, List<JsonNode>> chainsOf(List<World.Person> persons) {
        Map<String, List<JsonNode>> chains = new HashMap<>();
        for (World.Person person : persons) {
            Call chain = Call.get("/persons/" + person.id() + "/chain").with("limit", String.valueOf(CHAIN_PAGE));
            chains.put(person.id(), gateway.list(World.AGENCY, chain));
        }
        return chains;
    }

    private static List<Intent> distinct(List<Intent> intents) {
        HashSet<Long> seen = new HashSet<>();
        return intents.stream().filter(intent -> seen.add(intent.number())).toList();
    }

    private String newKey() {
        return ids.next('k');
    }
}
