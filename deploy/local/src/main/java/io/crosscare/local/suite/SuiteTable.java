package io.crosscare.local.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The table of what runs: services first, since that is what people look for. */
final class SuiteTable {

    private SuiteTable() {}

    static List<List<String>> of(SuiteState state) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("服务 service", "地址 URL", "进程 pid", "就绪用时 seconds"));
        for (Program.Kind kind : List.of(Program.Kind.SERVICE, Program.Kind.STORE)) {
            state.children().stream()
                    .filter(child -> child.kind() == kind)
                    .map(SuiteTable::row)
                    .forEach(rows::add);
        }
        return rows;
    }

    private static List<String> row(SuiteState.Child child) {
        if (child.alive().isEmpty()) {
            return List.of(child.name(), child.address(), "-", "已结束 ended");
        }
        String seconds = child.millisToReady() == 0
                ? "未就绪 not ready"
                : Console.seconds(Duration.ofMillis(child.millisToReady()));
        return List.of(
                child.name(), child.address(), String.valueOf(child.process().pid()), seconds);
    }
}
