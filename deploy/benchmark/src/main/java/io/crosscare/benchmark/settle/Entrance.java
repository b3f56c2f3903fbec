package io.crosscare.benchmark.settle;

import io.crosscare.benchmark.http.HttpClient;
import java.util.function.UnaryOperator;

/**
 * A way in.
 *
 * @param bearerOf the token of a hospital for this way
 */
record Entrance(Through through, HttpClient http, UnaryOperator<String> bearerOf) {

    /** Which one. */
    enum Through {
        GATEWAY("经网关", "through the gateway"),
        DIRECT("直达结算服务", "straight to settlement-service");

        private final String zh;
        private final String en;

        Through(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String zh() {
            return zh;
        }

        String en() {
            return en;
        }
    }
}
