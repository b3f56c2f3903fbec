package io.crosscare.registry.upload;

/** Whether this installation has an upper platform to send to. */
public record UploadsUnderWay(boolean isConfigured) {}
