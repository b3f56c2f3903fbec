package io.crosscare.registry.upload.model;

/** How far the latest version of a record has come on its way up. */
public enum UploadState {
    /** To be sent; nothing is known to have arrived. */
    DUE,
    /** Sent, and no answer understood: it may have arrived, and is sent again under the same key. */
    SENT,
    ACCEPTED,
    /** The platform says no; it is not sent again until somebody asks for it or the record changes. */
    REFUSED
}
