package org.warmhandoff.server.fhir;

import ca.uhn.fhir.jpa.searchparam.registry.SearchParamRegistryImpl;
import java.util.Collection;
import org.hl7.fhir.instance.model.api.IIdType;

/** HAPI's registry, begun with our parameters in place of the rows that the database happens to hold. */
final class ServedSearchParamRegistry extends SearchParamRegistryImpl {

    private final ServedSearchParameters parameters;

    ServedSearchParamRegistry(ServedSearchParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public void handleInit(Collection<IIdType> stored) {
        super.handleInit(parameters.ids());
    }
}
