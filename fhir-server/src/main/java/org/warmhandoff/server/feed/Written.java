package org.warmhandoff.server.feed;

import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a message became.
 *
 * @param patient id, without the type
 * @param changed the resources that are new or say something new
 */
record Written(String patient, List<Stored> changed) {

    record Stored(IdType id, Resource resource) {}

    <T extends Resource> List<Stored> of(Class<T> type) {
        return changed.stream()
                .filter(stored -> type.isInstance(stored.resource()))
                .toList();
    }
}
