package org.warmhandoff.server.validation;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Marks resources in memory that were held against their profiles, so that nobody does it again on their way down. */
public final class Validated {

    private static final String MARK = Validated.class.getName();

    private Validated() {}

    static void mark(Resource resource) {
        resource.setUserData(MARK, Boolean.TRUE);
    }

    static boolean isMarked(Resource resource) {
        return resource.hasUserData(MARK);
    }

    /** For a Bundle whose text was validated before it was parsed. */
    public static void markEntries(Bundle bundle) {
        bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(java.util.Objects::nonNull)
                .forEach(Validated::mark);
    }
}
