package io.crosscare.local.suite;

import io.crosscare.local.data.DataFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command takes: which suite is meant. */
final class SuiteOptions {

    @Option(names = "--root", hidden = true, required = true, description = "root of the repository")
    private Path root = Path.of("");

    @Option(names = "--local", hidden = true, required = true, description = "directory of the running local.jar")
    private Path local = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data directory, .crosscare of the repository by default")
    private @Nullable Path data;

    @Option(names = "--port-base", paramLabel = "B", description = "first of the ports, 8080 by default")
    private @Nullable Integer portBase;

    @Option(
            names = "--as-built",
            hidden = true,
            description =
                    "take what is packaged: build nothing, train no start-up caches; for tests that run inside a build")
    private boolean asBuilt;

    Layout layout() {
        return new Layout(
                root.toAbsolutePath().normalize(), local.toAbsolutePath().normalize());
    }

    /** Whether what lies there is taken as it is, without start-up caches if there are none. */
    boolean asBuilt() {
        return asBuilt;
    }

    DataFolder data() {
        return DataFolder.at(data == null ? root.resolve(".crosscare") : data);
    }

    /** The ports to use. */
    Ports ports() {
        return new Ports(portBase == null ? Ports.DEFAULT_BASE : portBase);
    }

    /** Why a running suite is not the one that was meant, as a line for people; empty when it is. */
    Optional<String> mismatch(SuiteState running) {
        if (portBase == null || portBase == running.portBase()) {
            return Optional.empty();
        }
        return Optional.of("%s 上运行的一套使用端口 %d 起, 不是 %d / the suite on this data uses ports from %d, not %d"
                .formatted(data().path(), running.portBase(), portBase, running.portBase(), portBase));
    }
}
