package io.crosscare.gateway.routes;

/** A service behind the gateway. */
public enum Peer {
    CORRECTION("correction"),
    FILING("filing"),
    REGISTRY("registry"),
    SETTLEMENT("settlement");

    private final String label;

    Peer(String label) {
        this.label = label;
    }

    /** Its name in configuration, metrics and problems. */
    public String label() {
        return label;
    }
}
