package org.warmhandoff.server.terminology;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What came of enumerating a value set. */
sealed interface Expansion {

    /** Every code, in the order of the definition. */
    record Codes(List<ExpandedCode> codes) implements Expansion {}

    /** Its codes cannot be enumerated here. */
    record Impossible(IssueType reason, String message) implements Expansion {}
}
