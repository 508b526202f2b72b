package org.warmhandoff.server.terminology.guide;

import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;

/** Definitions that clients stored: the only ones that cost a query. */
public interface StoredDefinitions {

    /** The last one stored with that URL, and that version if {@code |version} follows it. */
    <T extends MetadataResource> Optional<T> byUrl(Class<T> type, String canonical);

    <T extends MetadataResource> Optional<T> byId(Class<T> type, String id);
}
