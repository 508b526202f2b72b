package org.warmhandoff.server.disclosure.http;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.disclosure.AuthoredRecords;
import org.warmhandoff.server.storage.ResourceStore;

/** What somebody from outside may write: change what is seen, and refer to what is seen or was written by itself. All else is as if it were not there. */
@Component
class WriteRules {

    private final FhirContext context = FhirContext.forR4Cached();
    private final ResourceStore store;
    private final AuthoredRecords authored;

    WriteRules(ResourceStore store, AuthoredRecords authored) {
        this.store = store;
        this.authored = authored;
    }

    void mayChange(IdType id, Exchange exchange) {
        if (store.read(id)
                .filter(resource -> !exchange.hidesFromWriter(resource))
                .isEmpty()) {
            exchange.account();
            throw Hidden.unknown(id);
        }
    }

    static void mayChange(Resource before, Exchange exchange) {
        if (exchange.hidesFromWriter(before)) {
            exchange.account();
            throw Hidden.unknown(
                    new IdType(before.fhirType(), before.getIdElement().getIdPart()));
        }
    }

    /** @param comesWithIt what is not stored yet and may be referred to */
    void mayRefer(IBaseResource written, Exchange exchange, Predicate<IIdType> comesWithIt) {
        for (ResourceReferenceInfo reference : context.newTerser().getAllResourceReferences(written)) {
            IIdType target = reference.getResourceReference().getReferenceElement();
            if (target.hasResourceType() && target.hasIdPart() && !comesWithIt.test(target)) {
                mayRefer(target, written.fhirType() + "." + reference.getName(), exchange);
            }
        }
    }

    private void mayRefer(IIdType target, String path, Exchange exchange) {
        IdType id = new IdType(target.getResourceType(), target.getIdPart());
        Optional<Resource> found = store.read(id);
        boolean known =
                found.isPresent() && (authored.isAuthor(exchange.organisation(), id) || !exchange.hidesFromReferrer(found.get()));
        if (!known) {
            exchange.account();
            // As HAPI has it of what is not there.
            throw new InvalidRequestException(
                    "HAPI-1094: Resource " + id.getValue() + " not found, specified in path: " + path);
        }
    }
}
