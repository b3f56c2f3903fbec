package io.crosscare.registry.model;

/** A phone for people, as printed. */
public record Hotline(String topic, String phone, String source) {}
