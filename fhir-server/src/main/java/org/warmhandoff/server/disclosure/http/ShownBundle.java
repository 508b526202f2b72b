package org.warmhandoff.server.disclosure.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;

/** Shows each resource of an answer that holds several. */
final class ShownBundle {

    private static final Set<BundleType> RESULTS = EnumSet.of(BundleType.SEARCHSET, BundleType.HISTORY);
    private static final Set<BundleType> RESPONSES =
            EnumSet.of(BundleType.BATCHRESPONSE, BundleType.TRANSACTIONRESPONSE);

    private final Exchange exchange;

    ShownBundle(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Made for this answer, and no record that is stored as a Bundle. */
    static boolean isAnswer(Bundle bundle) {
        return RESULTS.contains(bundle.getType()) || RESPONSES.contains(bundle.getType());
    }

    void show(Bundle bundle) {
        boolean responses = RESPONSES.contains(bundle.getType());
        List<BundleEntryComponent> kept = new ArrayList<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            boolean had = entry.hasResource();
            boolean shown = !had || show(entry);
            if (shown || responses) {
                kept.add(entry);
            }
        }
        if (kept.size() != bundle.getEntry().size()) {
            bundle.setEntry(kept);
        }
        if (exchange.restricted()) {
            withoutTraces(bundle);
        }
    }

    /** Whether anything of its resource is left. */
    private boolean show(BundleEntryComponent entry) {
        if (entry.getResource() instanceof OperationOutcome) {
            return true;
        } else if (entry.getResource() instanceof Bundle inner
                && isAnswer(inner)
                && !inner.getMeta().hasVersionId()) {
            show(inner);
            return true;
        } else if (entry.getResource() instanceof Parameters parameters) {
            show(parameters);
            return true;
        }
        Resource shown = exchange.show(entry.getResource()).orElse(null);
        entry.setResource(shown);
        return shown != null;
    }

    void show(Parameters parameters) {
        parameters.getParameter().forEach(this::show);
    }

    private void show(ParametersParameterComponent part) {
        if (part.getResource() instanceof Bundle inner && isAnswer(inner)) {
            show(inner);
        } else if (part.hasResource() && !(part.getResource() instanceof OperationOutcome)) {
            part.setResource(exchange.show(part.getResource()).orElse(null));
        }
        part.getPart().forEach(this::show);
    }

    /** HAPI's links and numbers know of all hits. */
    private void withoutTraces(Bundle bundle) {
        bundle.setTotalElement(null);
        bundle.getLink().removeIf(link -> !"self".equals(link.getRelation()));
        if (bundle.getType() == BundleType.SEARCHSET) {
            exchange.page().ifPresent(page -> turnTo(page, bundle));
        }
    }

    private static void turnTo(Exchange.Page page, Bundle bundle) {
        List<BundleEntryComponent> entries = new ArrayList<>(bundle.getEntry());
        // Stable: what was included stays behind the hits, in its order.
        entries.sort(Comparator.comparingInt(entry -> place(entry, page.ids())));
        bundle.setEntry(entries);
        if (page.next() >= 0 && bundle.getLink("self") != null) {
            String self = bundle.getLink("self").getUrl();
            bundle.addLink().setRelation("next").setUrl(NextLink.of(self, page.next()));
        }
    }

    private static int place(BundleEntryComponent entry, List<String> ids) {
        int place = entry.getSearch().getMode() == Bundle.SearchEntryMode.MATCH && entry.getResource() != null
                ? ids.indexOf(entry.getResource().getIdElement().getIdPart())
                : -1;
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
