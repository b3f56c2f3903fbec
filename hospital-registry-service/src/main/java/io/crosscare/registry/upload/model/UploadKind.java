package io.crosscare.registry.upload.model;

/** What is uploaded. */
public enum UploadKind {
    INSTITUTION,
    FILING
}
