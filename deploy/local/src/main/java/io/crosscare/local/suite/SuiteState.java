package io.crosscare.local.suite;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs on a data directory, as its supervisor notes it for {@code status}, {@code down} and a second {@code up}.
 *
 * @param startedAt ISO instant of the start of the supervisor
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record SuiteState(Phase phase, String startedAt, int portBase, ProcessId supervisor, List<Child> children) {

    /** How far the suite has come. */
    enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /**
     * One process of the suite.
     *
     * @param millisToReady 0 while it is not ready
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Child(String name, Program.Kind kind, String address, ProcessId process, long millisToReady) {

        Optional<ChildProcess> alive() {
            return process.alive().map(handle -> new ChildProcess.Adopted(handle, process));
        }

        /** Whether it runs and has shown that it answers. */
        boolean isReady() {
            return millisToReady > 0 && process.alive().isPresent();
        }
    }

    SuiteState {
        children = List.copyOf(children);
    }

    boolean isSupervised() {
        return supervisor.alive().isPresent();
    }

    /** Whether the suite is up and nothing of it is missing at this moment. */
    boolean isWhole() {
        return isSupervised() && phase == Phase.READY && children.stream().allMatch(Child::isReady);
    }

    /** The processes of one kind that still run. */
    List<ChildProcess> alive(Program.Kind kind) {
        return children.stream()
                .filter(child -> child.kind() == kind)
                .flatMap(child -> child.alive().stream())
                .toList();
    }

    /** What still runs of it, the supervisor first: nobody starts again what is ended after it. */
    List<ChildProcess> processes() {
        Stream<ChildProcess> watching =
                supervisor.alive().map(handle -> (ChildProcess) new ChildProcess.Adopted(handle, supervisor)).stream();
        return Stream.concat(watching, children.stream().flatMap(child -> child.alive().stream()))
                .toList();
    }
}
