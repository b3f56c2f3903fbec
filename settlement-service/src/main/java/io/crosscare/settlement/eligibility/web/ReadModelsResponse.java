package io.crosscare.settlement.eligibility.web;

import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.CopyRebuild;
import io.crosscare.settlement.eligibility.CopyRebuild.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copies of others' records.
 *
 * @param topics 主题 · each topic that is copied
 * @param rebuild 最近一次重建 · the latest rebuilding; absent when there never was one
 */
record ReadModelsResponse(
        List<CopiesResponse> topics, @Nullable RebuildResponse rebuild) {

    /**
     * The copies of one topic.
     *
     * @param topic 主题 · its name
     * @param copies 副本数 · about how many there are
     * @param publishedBefore 已全部到达 · everything its owner stored before has arrived, UTC; absent when that was never said
     * @param fresh 是否可信 · whether a yes may rest on them alone
     */
    record CopiesResponse(
            String topic, long copies, @Nullable Instant publishedBefore, boolean fresh) {

        static CopiesResponse of(CopiedTopic copied, long copies, Instant publishedBefore, boolean isFresh) {
            return new CopiesResponse(
                    copied.topic().name(),
                    copies,
                    publishedBefore.equals(Instant.EPOCH) ? null : publishedBefore,
                    isFresh);
        }
    }

    /**
     * One rebuilding.
     *
     * @param id 重建标识 · of the rebuilding
     * @param startedAt 开始时间 · UTC
     * @param seenAt 最近进展 · when it last said that it runs, UTC
     * @param endedAt 结束时间 · UTC; absent while it runs
     * @param failed 是否失败 · whether it ended without having read everything
     * @param topics 各主题 · how far it has come
     */
    record RebuildResponse(
            String id,
            Instant startedAt,
            Instant seenAt,
            @Nullable Instant endedAt,
            boolean failed,
            List<PartResponse> topics) {

        static RebuildResponse of(CopyRebuild rebuild) {
            return new RebuildResponse(
                    rebuild.id(),
                    rebuild.startedAt(),
                    rebuild.seenAt(),
                    rebuild.endedAt(),
                    rebuild.hasFailed(),
                    rebuild.parts().stream().map(PartResponse::of).toList());
        }
    }

    /**
     * The share of one topic.
     *
     * @param topic 主题 · its name
     * @param records 记录数 · that the owner told so far
     * @param missing 缺失 · of them, those that were not here
     * @param outdated 过期 · of them, those that were here in an earlier version
     * @param withdrawn 撤除 · copies that said more than their owner has, gone since
     * @param done 是否完成 · whether all of it has been read
     */
    record PartResponse(String topic, long records, long missing, long outdated, long withdrawn, boolean done) {

        static PartResponse of(Part part) {
            return new PartResponse(
                    part.topic().topic().name(),
                    part.records(),
                    part.missing(),
                    part.outdated(),
                    part.withdrawn(),
                    part.isDone());
        }
    }
}
