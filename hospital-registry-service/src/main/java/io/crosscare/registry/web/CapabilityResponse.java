package io.crosscare.registry.web;

import io.crosscare.registry.model.CapabilityKind;
import java.util.List;

/**
 * Something an institution can be open for.
 *
 * @param name 服务代码 · its stable name
 * @param serviceTypes 服务类别 · {@link io.crosscare.registry.model.ServiceType}
 */
record CapabilityResponse(String name, String zh, String en, List<String> serviceTypes, String source) {

    static CapabilityResponse of(CapabilityKind kind) {
        return new CapabilityResponse(
                kind.name(),
                kind.zh(),
                kind.en(),
                kind.serviceTypes().stream().map(Enum::name).toList(),
                kind.source());
    }
}
