package io.crosscare.filing.paper.web;

import io.crosscare.filing.paper.KeepPapers.ScanContent;
import io.crosscare.filing.paper.KeepPapers.Scans;
import io.crosscare.filing.paper.model.Scan;
import io.crosscare.filing.paper.model.ScanRead;
import java.time.Instant;
import java.util.List;

/**
 * The scans of a filing, without their content.
 *
 * @param items 扫描件 · in the order they came
 * @param reads 查看记录 · the latest looks at any of them, the last first, at most 100
 */
record ScansResponse(List<ScanResponse> items, List<ScanReadResponse> reads) {

    /**
     * A scan without its content.
     *
     * @param number 序号 · within the filing, from 1
     * @param kind {@link io.crosscare.filing.paper.model.ScanKind}
     * @param material 材料代码 · which paper it is
     * @param sizeBytes 大小 · of the file, in bytes
     * @param addedAt 上传时间 · when, UTC
     * @param addedBy 上传方 · the account that brought it
     */
    record ScanResponse(int number, String kind, String material, int sizeBytes, Instant addedAt, String addedBy) {

        static ScanResponse of(Scan scan) {
            return new ScanResponse(
                    scan.number(), scan.kind().name(), scan.material(), scan.sizeBytes(), scan.addedAt(), scan.by());
        }
    }

    /**
     * A look at a scan.
     *
     * @param number 序号 · of the scan
     * @param at 时间 · when, UTC
     * @param by 查看方 · the account that looked
     */
    record ScanReadResponse(int number, Instant at, String by) {

        private static ScanReadResponse of(ScanRead read) {
            return new ScanReadResponse(read.number(), read.at(), read.by());
        }
    }

    /**
     * A scan with its content.
     *
     * @param number 序号 · within the filing, from 1
     * @param mediaType 文件类型 · image/jpeg, image/png or application/pdf, told by the content
     * @param content 文件内容 · as Base64
     */
    record ScanContentResponse(int number, String mediaType, String content) {

        static ScanContentResponse of(ScanContent read) {
            return new ScanContentResponse(
                    read.scan().number(), read.scan().kind().mediaType(), read.base64());
        }
    }

    static ScansResponse of(Scans scans) {
        return new ScansResponse(
                scans.all().stream().map(ScanResponse::of).toList(),
                scans.reads().stream().map(ScanReadResponse::of).toList());
    }
}
