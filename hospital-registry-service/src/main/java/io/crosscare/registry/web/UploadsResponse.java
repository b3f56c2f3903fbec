package io.crosscare.registry.web;

import io.crosscare.registry.directory.Page;
import io.crosscare.registry.upload.UploadsUnderWay;
import io.crosscare.registry.upload.model.Upload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of uploads.
 *
 * @param upstreamConfigured 是否已配置上级平台 · whether there is a platform to send to; without one nothing is due
 * @param items 本页 · uploads, in the order of their ids
 */
record UploadsResponse(
        boolean upstreamConfigured,
        List<UploadResponse> items,
        @Nullable String nextCursor) {

    static UploadsResponse of(Page<Upload> page, UploadsUnderWay underWay) {
        String lastId = page.lastId();
        return new UploadsResponse(
                underWay.isConfigured(),
                page.items().stream().map(UploadResponse::of).toList(),
                lastId == null ? null : ListCursor.encode(lastId));
    }
}
