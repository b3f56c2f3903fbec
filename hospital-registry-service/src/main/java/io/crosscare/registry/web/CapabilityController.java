package io.crosscare.registry.web;

import io.crosscare.registry.model.CapabilityBook;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What institutions can be open for. */
@RestController
@RequestMapping("/api/v1/capabilities")
class CapabilityController {

    private final CapabilityBook kinds;

    CapabilityController(CapabilityBook kinds) {
        this.kinds = kinds;
    }

    /**
     * 可开通服务表 · The names of what an institution can be open for. Later services are added to this table.
     *
     * @return all of them
     */
    @GetMapping
    ListResponse<CapabilityResponse> list() {
        return new ListResponse<>(
                kinds.kinds().stream().map(CapabilityResponse::of).toList(), null);
    }
}
