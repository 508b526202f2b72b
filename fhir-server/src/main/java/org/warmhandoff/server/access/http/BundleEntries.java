package org.warmhandoff.server.access.http;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.access.scope.Demand;
import org.warmhandoff.server.access.scope.Demands;
import org.warmhandoff.server.access.scope.ScopeRules;

/** What the entries of a transaction or batch need that write; those that read are told of by HAPI one by one. */
@Component
class BundleEntries {

    private final Requests requests;

    BundleEntries(Requests requests) {
        this.requests = requests;
    }

    /**
     * An entry that writes.
     *
     * @param conditional whether it is found by a search
     */
    record Write(BundleEntryComponent entry, RestOperationTypeEnum interaction, String type, String id, boolean conditional) {}

    List<Set<Demand>> demands(Bundle bundle) {
        List<Set<Demand>> demands = new ArrayList<>();
        writes(bundle).forEach(write -> demands.add(Demands.of(requests.asked(
                write.interaction(), write.type(), !write.id().isEmpty(), write.conditional()))));
        if (!demands.isEmpty()) {
            demands.add(Demands.ofWritingBundle());
        }
        return demands;
    }

    static List<Write> writes(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(BundleEntries::write)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Write> write(BundleEntryComponent entry) {
        HTTPVerb verb = entry.getRequest().getMethod();
        if (verb == HTTPVerb.GET || verb == HTTPVerb.HEAD) {
            return Optional.empty();
        }
        String url = Optional.ofNullable(entry.getRequest().getUrl()).orElse("");
        String path = url.split("\\?", 2)[0].replaceFirst("^/+", "");
        String[] parts = path.split("/", 3);
        String type = verb == HTTPVerb.POST || verb == HTTPVerb.PUT ? type(parts[0], entry) : parts[0];
        String id = parts.length > 1 ? parts[1] : "";
        boolean conditional = url.contains("?") || entry.getRequest().hasIfNoneExist();
        return Optional.of(new Write(entry, interaction(verb), type, id, conditional));
    }

    /** What says one type and brings another is of every type. */
    private static String type(String said, BundleEntryComponent entry) {
        if (!entry.hasResource()) {
            return said;
        }
        String brought = entry.getResource().fhirType();
        return said.isEmpty() || said.equals(brought) ? brought : ScopeRules.ANY;
    }

    /** What says no verb is taken for the worst, as is a POST to an operation. */
    private static RestOperationTypeEnum interaction(HTTPVerb verb) {
        if (verb == HTTPVerb.POST) {
            return RestOperationTypeEnum.CREATE;
        } else if (verb == HTTPVerb.PUT) {
            return RestOperationTypeEnum.UPDATE;
        } else if (verb == HTTPVerb.PATCH) {
            return RestOperationTypeEnum.PATCH;
        }
        return RestOperationTypeEnum.DELETE;
    }
}
