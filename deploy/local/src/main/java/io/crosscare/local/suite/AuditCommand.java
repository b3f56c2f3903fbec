package io.crosscare.local.suite;

import io.crosscare.local.token.DevelopmentTokens;
import io.crosscare.local.token.TokenRole;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Has the suite of a data directory audit itself, through its gateway as an operator would. Exits with 0 when every invariant
 * held, 1 when one did not, 2 when no audit could be completed.
 */
@Command(name = "audit")
public final class AuditCommand implements Callable<Integer> {

    static final int HELD = 0;
    static final int VIOLATED = 1;
    static final int NO_RESULT = 2;

    /** Longer than any audit is let run. */
    private static final Duration TOKEN_TTL = Duration.ofHours(8);

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    AuditCommand() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new AuditCommand(), arguments));
    }

    @Override
    public Integer call() {
        Console console = Commands.console(Clock.systemUTC());
        Optional<SuiteState> noted = new StateFile(options.data().suiteFile()).read();
        if (noted.isEmpty() || !noted.get().isSupervised()) {
            console.line(options.data().path() + ": 没有运行, 无从审计 / not running, so there is nothing to ask");
            return NO_RESULT;
        }
        Optional<String> mismatch = options.mismatch(noted.get());
        if (mismatch.isPresent()) {
            console.line(mismatch.get());
            return NO_RESULT;
        }
        String token = DevelopmentTokens.of(options.data().path()).token(TokenRole.OPERATOR, Map.of(), TOKEN_TTL);
        URI gateway = URI.create(new Ports(noted.get().portBase()).url(ServiceName.GATEWAY));
        try (AuditDoor door = new AuditDoor(gateway, token)) {
            return new AuditDialogue(door, console, Duration.ofSeconds(1)).hold();
        }
    }
}
