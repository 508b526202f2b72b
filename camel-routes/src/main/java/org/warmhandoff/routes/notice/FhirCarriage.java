package org.warmhandoff.routes.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * How FHIR carries what goes along: the statement in {@code Bundle.meta} (DS4P {@code extension-display}), and all of it as
 * an informational OperationOutcome. Labels stay on the records themselves.
 */
public final class FhirCarriage {

    /** HL7 Data Segmentation for Privacy 1.0.0: words that must be shown with a resource. */
    public static final String DISPLAY =
            "http://hl7.org/fhir/uv/security-label-ds4p/StructureDefinition/extension-display";

    private FhirCarriage() {}

    /** Adds all; the same Bundle gets the same entry, so that retries stay byte for byte the same. */
    public static void onto(Bundle bundle, Carriage carriage) {
        display(bundle, carriage);
        List<String> lines = carriage.briefly();
        if (!lines.isEmpty()) {
            add(bundle, lines);
        }
    }

    /** Adds the statement only, for Bundles whose entries the norm fixes, such as notifications. */
    public static void display(Bundle bundle, Carriage carriage) {
        if (carriage.noticed()) {
            bundle.getMeta()
                    .addExtension(new Extension(DISPLAY, new Annotation().setText(RedisclosureNotice.shortText())));
        }
    }

    /** The words alone, such as for the file of outcomes of an export. */
    public static OperationOutcome outcome(List<String> lines) {
        OperationOutcome outcome = new OperationOutcome();
        lines.forEach(line -> outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .getDetails()
                .setText(line));
        return outcome;
    }

    private static void add(Bundle bundle, List<String> lines) {
        String name = bundle.getIdentifier().getValue() + "/notice";
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        OperationOutcome outcome = outcome(lines);
        outcome.setId(id.toString());
        Bundle.BundleEntryComponent entry =
                bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(outcome);
        // Only what a search found may say why it is there (bdl-2).
        if (bundle.getType() == BundleType.SEARCHSET) {
            entry.getSearch().setMode(SearchEntryMode.OUTCOME);
        }
    }
}
