package org.warmhandoff.server.disclosure.http;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.routes.notice.ConsentScope;
import org.warmhandoff.routes.notice.FhirCarriage;
import org.warmhandoff.routes.notice.RedisclosureNotice;
import org.warmhandoff.server.disclosure.Accompaniment;
import org.warmhandoff.server.storage.ResourceStore;

/** The statement of 42 CFR 2.32 on an answer, with what the consents cover that carry it. */
record Notice(Exchange exchange, ResourceStore store) {

    Resource onto(Resource shown) {
        Accompaniment along = exchange.accompaniment();
        if (!due(along)) {
            return shown;
        }
        Resource copy = shown.copy();
        display(copy);
        return copy;
    }

    Bundle onto(Bundle bundle) {
        Accompaniment along = exchange.accompaniment();
        if (due(along)) {
            display(bundle);
            // Entries of other answers stand for those of the request.
            if (bundle.getType() == BundleType.SEARCHSET) {
                bundle.addEntry()
                        .setResource(FhirCarriage.outcome(lines(along)))
                        .getSearch()
                        .setMode(SearchEntryMode.OUTCOME);
            }
        }
        return bundle;
    }

    private static boolean due(Accompaniment along) {
        return along.notice() || along.shortNotice();
    }

    private List<String> lines(Accompaniment along) {
        List<String> lines = new ArrayList<>();
        lines.add(RedisclosureNotice.shortText());
        along.consents().stream()
                .flatMap(id -> store.read(Consent.class, id).stream())
                .forEach(consent -> lines.add(ConsentScope.of(consent, exchange.organisation())));
        return lines;
    }

    private static void display(Resource resource) {
        resource.getMeta()
                .addExtension(
                        new Extension(FhirCarriage.DISPLAY, new Annotation().setText(RedisclosureNotice.shortText())));
    }
}
