package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import io.crosscare.local.data.Keys;
import io.crosscare.local.data.Tree;
import io.crosscare.local.store.CopyManifest;
import io.crosscare.local.store.StoreCopy;
import io.crosscare.local.store.UnusableCopyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Puts a copy in the place of the document store of a stopped suite. Store and message broker that were there are set aside,
 * never deleted: topics may tell of what the copy does not have, so they are made anew and filled from the store at the next start.
 */
@Command(name = "restore")
public final class RestoreCommand implements Callable<Integer> {

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern(
                    "'.before-restore-'yyyyMMdd'T'HHmmss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Parameters(paramLabel = "DIR", description = "directory of the copy")
    private @Nullable Path source;

    private final Clock clock = Clock.systemUTC();
    private final Console console = Commands.console(clock);

    RestoreCommand() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new RestoreCommand(), arguments));
    }

    @Override
    public Integer call() throws Exception {
        DataFolder data = options.data();
        Path copy = Objects.requireNonNull(source).toAbsolutePath().normalize();
        if (isRunning(data)) {
            console.line(data.path() + ": 正在运行, 先运行 down / running; take it down first");
            return Commands.FAILED;
        }
        if (!new Keys(data.keys()).haveSecrets()) {
            console.line(data.keys() + ": 缺少 data.key 与 index.key, 先放回备份时的密钥"
                    + " / data.key and index.key are missing; put back those of the time of the backup first");
            return Commands.FAILED;
        }
        data.prepare();
        Optional<AutoCloseable> lock = data.lock();
        if (lock.isEmpty()) {
            console.line(data.path() + ": 另一个命令正在使用 / another command is using it");
            return Commands.FAILED;
        }
        try (AutoCloseable _ = lock.get()) {
            restore(StoreCopy.open(copy), data);
        }
        return Commands.OK;
    }

    private static boolean isRunning(DataFolder data) {
        Optional<SuiteState> noted = new StateFile(data.suiteFile()).read();
        return noted.isPresent()
                && (noted.get().isSupervised() || Orphans.of(noted.get()).areAny());
    }

    private void restore(StoreCopy copy, DataFolder data) throws IOException, UnusableCopyException {
        if (Files.exists(data.restoring())) {
            Tree.delete(data.restoring());
        }
        copy.layInto(data.restoring());
        for (Path aside : data.replaceStore(SUFFIX.format(clock.instant()))) {
            console.say("原有的数据保留在 " + aside, "what was there is kept");
        }
        CopyManifest manifest = copy.manifest();
        console.table(CopyTable.of(manifest));
        console.say("下次 up 时, 各主题由文档库重新填满", "the next start fills the topics from the store");
        console.say(
                "备份之后应答过的一切不在其中: 医院用同一个键查询结果, 再办一次",
                "what was answered after the backup is not in it: hospitals ask by the same key, and press again");
        console.line("restore: %d documents, last frame %d, as of %s"
                .formatted(manifest.documentCount(), manifest.lastFrame(), manifest.takenAt()));
    }
}
