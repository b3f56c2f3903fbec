package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.measure.Spread;
import java.util.ArrayList;
import java.util.List;

/** What a reader must know of suite and machine before believing the figures. */
final class Cautions {

    /** Of all processors. */
    private static final double OTHERS_SHARE_MAX = 0.1;

    private Cautions() {}

    /**
     * Lines for people.
     *
     * @param others processors that everything else kept busy
     */
    static List<String> of(Findings.Setting setting, int restless, Spread others) {
        List<String> lines = new ArrayList<>();
        if (!setting.isForLoad()) {
            lines.add("注意：系统不是以 up --load 启动的，数字不说明速度 · the suite was not started with up --load; the figures say"
                    + " nothing about speed");
        }
        if (restless > 0) {
            lines.add(
                    "注意：系统 %d 次没有安静下来，扣除空闲用量的数字不准 · the suite did not come to rest %d times; what was taken off for rest is wrong"
                            .formatted(restless, restless));
        }
        lines.add("其他进程占用的处理器数 · processors kept busy by everything else: %s".formatted(others.text(2)));
        if (others.median() > OTHERS_SHARE_MAX * setting.processors()) {
            lines.add("注意：机器不安静 · the machine was not quiet");
        }
        return lines;
    }
}
