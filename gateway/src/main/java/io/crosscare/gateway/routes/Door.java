package io.crosscare.gateway.routes;

import io.crosscare.chassis.security.Role;
import java.util.Set;

/**
 * One method on one path of the suite, and the service that answers there.
 *
 * @param path below {@link RouteTable#ROOT}, with {@code {name}} for an id
 * @param roles who may come as far as the service, which then decides about the object; everybody where none is named
 */
public record Door(Method method, String path, Peer peer, Pace pace, Set<Role> roles) {

    public Door {
        roles = Set.copyOf(roles);
    }

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
        this(method, path, peer, Pace.AT_ONCE, Set.of());
    }

    Door lengthy() {
        return new Door(method, path, peer, Pace.LENGTHY, roles);
    }

    Door upload() {
        return new Door(method, path, peer, Pace.UPLOAD, roles);
    }

    Door onlyFor(Role role) {
        return new Door(method, path, peer, pace, Set.of(role));
    }

    /** Whether anybody may come, without a token: it tells what is printed for everybody. */
    public boolean isPublic() {
        return path.startsWith(RouteTable.PUBLIC);
    }

    public boolean opensFor(Role role) {
        return roles.isEmpty() || roles.contains(role);
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
