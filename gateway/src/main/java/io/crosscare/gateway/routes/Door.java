package io.crosscare.gateway.routes;

/**
 * One method on one path of the suite, and the service that answers there.
 *
 * @param path below {@link RouteTable#ROOT}, with {@code {name}} for an id
 */
public record Door(Method method, String path, Peer peer, Pace pace) {

    /** The methods the suite offers; every other is refused at the edge. */
    public enum Method {
        GET,
        POST,
        PUT;

        /** Reading may be repeated freely; after anything else a lost answer leaves the outcome unknown. */
        public boolean isSafe() {
            return this == GET;
        }
    }

    Door(Method method, String path, Peer peer) {
        this(method, path, peer, Pace.AT_ONCE);
    }

    Door lengthy() {
        return new Door(method, path, peer, Pace.LENGTHY);
    }

    /** Its name in routes, logs and metrics: {@code POST /visits/{id}/settlements}. */
    public String id() {
        return method + " " + path;
    }

    /** The whole path as the caller writes it, ids in braces. */
    public String pattern() {
        return RouteTable.ROOT + path;
    }
}
