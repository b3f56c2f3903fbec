package io.crosscare.gateway.identity;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The issuer that {@code deploy/local/token} speaks for. Whoever has the key of its machine can speak for anybody, so its tokens
 * are believed under the profile {@code local} and nowhere else.
 */
public final class DevelopmentIssuer {

    /** As {@code deploy/local} names it. */
    public static final String NAME = "crosscare-local";

    private DevelopmentIssuer() {}

    /**
     * Lets the start go on where another issuer is believed, by keys that it publishes.
     *
     * @throws IllegalStateException with a message for people, Chinese first
     */
    public static void refuse(String issuer, @Nullable Path publicKeyFile) {
        if (issuer.equals(NAME) || publicKeyFile != null) {
            throw new IllegalStateException("拒绝启动: 开发签发方 (" + NAME + ", identity.public-key-file) 只用于 local 配置;"
                    + " 请设置 crosscare.identity.issuer 与 crosscare.identity.jwks-uri"
                    + " / refusing to start: the development issuer is for the profile local only;"
                    + " set crosscare.identity.issuer and crosscare.identity.jwks-uri");
        }
    }
}
