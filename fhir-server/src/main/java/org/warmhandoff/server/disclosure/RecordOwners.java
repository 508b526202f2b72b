package org.warmhandoff.server.disclosure;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** Whose a record is that is of no patient, such as the subscription of a partner. */
@FunctionalInterface
public interface RecordOwners {

    /** Id of the partner whose own it is; empty when this feature knows of none. */
    Optional<String> owner(Resource record);
}
