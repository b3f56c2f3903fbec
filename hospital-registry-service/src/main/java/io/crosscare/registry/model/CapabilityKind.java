package io.crosscare.registry.model;

import java.util.List;

/**
 * Something an institution can be open for. Which kinds there are is data, so that a later service needs no change of code.
 *
 * @param name stable, for programs: {@code IN_PROVINCE}
 * @param serviceTypes which visits it stands for; none for a name that the table does not have (any more)
 * @param source where the name is from
 */
public record CapabilityKind(String name, String zh, String en, List<ServiceType> serviceTypes, String source) {

    public CapabilityKind {
        serviceTypes = List.copyOf(serviceTypes);
    }

    /** A name nobody explains: it is kept and shown, and opens nothing. */
    public static CapabilityKind unexplained(String name) {
        return new CapabilityKind(name, name, name, List.of(), "");
    }

    /** Whether it stands for this care, or for the connection that this care is settled over. */
    public boolean covers(ServiceType serviceType) {
        return serviceTypes.contains(serviceType) || serviceTypes.contains(serviceType.connection());
    }
}
