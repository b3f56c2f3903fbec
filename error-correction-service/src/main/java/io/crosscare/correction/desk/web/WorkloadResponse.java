package io.crosscare.correction.desk.web;

import io.crosscare.correction.desk.CountWorkload.Load;
import io.crosscare.correction.desk.CountWorkload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * How much there is to do.
 *
 * @param at 统计时间 · when it was counted, UTC
 * @param open 未办结 · open cases
 * @param late 超时 · of them, those whose present deadline has passed
 * @param levels 按层级 · by the level of the office that has them
 * @param reasons 按原因 · by the reason code
 * @param causes 按诊断原因 · by the cause as last diagnosed
 * @param ages 按等待时间 · by how long they wait since the first refusal
 */
record WorkloadResponse(
        Instant at,
        long open,
        long late,
        List<LoadResponse> levels,
        List<LoadResponse> reasons,
        List<LoadResponse> causes,
        List<AgeResponse> ages) {

    /**
     * Open cases of one kind.
     *
     * @param name 名称 · the level, the reason code or the cause
     * @param open 未办结 · open cases
     * @param late 超时 · of them, those whose present deadline has passed
     */
    record LoadResponse(String name, long open, long late) {

        private static <T> LoadResponse of(Load<T> load, Function<T, String> name) {
            return new LoadResponse(name.apply(load.of()), load.open(), load.late());
        }
    }

    /**
     * Open cases of one age.
     *
     * @param days 天数 · they wait since at least so many days of 24 hours, and not since the days of the next
     * @param open 未办结 · open cases
     */
    record AgeResponse(int days, long open) {}

    static WorkloadResponse of(Workload workload) {
        return new WorkloadResponse(
                workload.at(),
                workload.open(),
                workload.late(),
                workload.levels().stream()
                        .map(load -> LoadResponse.of(load, Enum::name))
                        .toList(),
                workload.reasons().stream()
                        .map(load -> LoadResponse.of(load, reason -> reason.code()))
                        .toList(),
                workload.causes().stream()
                        .map(load -> LoadResponse.of(load, Enum::name))
                        .toList(),
                workload.ages().stream()
                        .map(age -> new AgeResponse(age.days(), age.open()))
                        .toList());
    }
}
