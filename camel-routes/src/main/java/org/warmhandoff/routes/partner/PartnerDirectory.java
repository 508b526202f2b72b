package org.warmhandoff.routes.partner;

import java.util.Collection;
import java.util.Optional;

/** Finds partners. Implemented by the server; safe for use by many threads. */
public interface PartnerDirectory {

    Collection<Partner> all();

    /** The partner with that configured id, in any case. */
    Optional<Partner> byId(String id);

    /** The partner that sends as MSH-3 application and MSH-4 facility (first components, any case). */
    Optional<Partner> bySender(String application, String facility);

    /**
     * The partner that a message names: by id (any case), then by its MSH-4 facility, then by the value of one of its
     * identifiers.
     *
     * @param name what stands in MSH-6, PRD-7, or the value of an identifier
     */
    Optional<Partner> byAnyName(String name);
}
