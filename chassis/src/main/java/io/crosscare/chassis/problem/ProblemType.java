package io.crosscare.chassis.problem;

import java.util.Arrays;
import java.util.Optional;

/** Every kind of fault the suite answers with. The slug is public for good; docs/problems.md lists the same. */
public enum ProblemType {
    INVALID_REQUEST("invalid-request", 400, Blame.CALLER, "请求内容不正确", "The request is not valid"),
    IDEMPOTENCY_KEY_REQUIRED(
            "idempotency-key-required",
            400,
            Blame.CALLER,
            "缺少请求头 Idempotency-Key",
            "The Idempotency-Key header is missing"),
    UNAUTHENTICATED("unauthenticated", 401, Blame.CALLER, "身份未验证", "The caller is not authenticated"),
    FORBIDDEN("forbidden", 403, Blame.CALLER, "无权进行此操作", "The caller may not do this"),
    NOT_FOUND("not-found", 404, Blame.CALLER, "未找到", "There is no such thing, or it is not yours to see"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, Blame.CALLER, "不支持的请求方法", "This method is not offered here"),
    NOT_ACCEPTABLE("not-acceptable", 406, Blame.CALLER, "无法按要求的格式回答", "No acceptable representation"),
    REQUEST_TIMEOUT("request-timeout", 408, Blame.CALLER, "请求内容未在时限内到达", "The request did not arrive in time"),
    CONFLICT("conflict", 409, Blame.CALLER, "与现有状态冲突", "The request conflicts with the present state"),
    IDEMPOTENCY_CONFLICT(
            "idempotency-conflict",
            409,
            Blame.CALLER,
            "同一幂等键已用于不同内容的请求",
            "This key was used before with other content"),
    LINE_CONFLICT(
            "line-conflict",
            409,
            Blame.CALLER,
            "同一明细序号已上传过不同内容",
            "This line number was uploaded before with other content"),
    TOO_LARGE("too-large", 413, Blame.CALLER, "请求内容过大", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            "unsupported-media-type", 415, Blame.CALLER, "不支持的内容类型", "This content type is not understood"),
    REFUSED("refused", 422, Blame.CALLER, "按规则不予办理", "The rules refuse this"),
    TOO_MANY_REQUESTS("too-many-requests", 429, Blame.CAPACITY, "请求过于频繁，请稍后再试", "Too many requests, try again later"),
    INTERNAL("internal", 500, Blame.US, "系统内部错误", "An internal error; it has been recorded"),
    BUSY("busy", 503, Blame.CAPACITY, "系统繁忙，请稍后再试", "Busy, try again"),
    STORE_UNAVAILABLE("store-unavailable", 503, Blame.US, "数据存储暂不可用，请稍后再试", "The store is not available, try again"),
    PEER_UNAVAILABLE(
            "peer-unavailable", 503, Blame.PEER, "相关系统暂不可用，请稍后再试", "A neighbouring system did not answer, try again"),
    PEER_TIMEOUT(
            "peer-timeout",
            504,
            Blame.PEER,
            "相关系统超时，结果未知",
            "A neighbouring system did not answer in time; the outcome is unknown");

    private final String slug;
    private final int status;
    private final Blame blame;
    private final String zh;
    private final String en;

    ProblemType(String slug, int status, Blame blame, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.blame = blame;
        this.zh = zh;
        this.en = en;
    }

    /** The type of a slug; empty for one that this version does not know. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }

    public String slug() {
        return slug;
    }

    /** The problem's {@code type}. */
    public String uri() {
        return "urn:crosscare:problem:" + slug;
    }

    public int status() {
        return status;
    }

    public Blame blame() {
        return blame;
    }

    public Text title() {
        return new Text(zh, en);
    }
}
