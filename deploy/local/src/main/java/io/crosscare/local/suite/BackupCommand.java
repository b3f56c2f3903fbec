package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import io.crosscare.local.store.CopyManifest;
import io.crosscare.local.store.StoreCopy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Copies the embedded document store of a data directory, whether its suite runs or not, as of one moment. Keys are not copied:
 * who has both can read personal data.
 */
@Command(name = "backup")
public final class BackupCommand implements Callable<Integer> {

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Parameters(paramLabel = "DIR", description = "new directory for the copy")
    private @Nullable Path target;

    BackupCommand() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new BackupCommand(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        Clock clock = Clock.systemUTC();
        Console console = Commands.console(clock);
        DataFolder data = options.data();
        Path copy = Objects.requireNonNull(target).toAbsolutePath().normalize();
        if (copy.startsWith(data.path())) {
            throw new IllegalArgumentException(
                    "备份不能放在数据目录里 / a copy inside the data directory would be lost together with it");
        }
        CopyManifest manifest =
                StoreCopy.take(data.documents(), copy, clock.instant()).manifest();
        console.table(CopyTable.of(manifest));
        console.say(
                "密钥不在备份里, 另行保管: " + data.keys(),
                "keys are not in it and must be kept elsewhere; without them, encrypted fields stay unreadable");
        console.say("备份在 " + copy, "copied and read again");
        console.line("backup: %d documents, %d bytes, last frame %d, as of %s"
                .formatted(manifest.documentCount(), manifest.byteCount(), manifest.lastFrame(), manifest.takenAt()));
        return Commands.OK;
    }
}
