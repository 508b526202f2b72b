package org.warmhandoff.server.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.FhirVersionEnum;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.searchparam.registry.ISearchParamProvider;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.SearchParameter;

/**
 * Gives HAPI the search parameters of {@link ServedResources} from memory: the same on every node, with no rows to
 * install first.
 */
final class ServedSearchParameters implements ISearchParamProvider {

    private final Map<String, IBaseResource> byId = new LinkedHashMap<>();

    ServedSearchParameters(List<SearchParameter> definitions) {
        definitions.stream()
                .flatMap(definition -> restricted(definition).stream())
                .forEach(parameter -> byId.put(parameter.getIdElement().getIdPart(), parameter));
    }

    static ServedSearchParameters ofR4() {
        List<SearchParameter> definitions = FhirContext.forCached(FhirVersionEnum.R4)
                .getValidationSupport()
                .<SearchParameter>fetchAllSearchParameters();
        return new ServedSearchParameters(definitions);
    }

    /** The parameter with only the types that keep it, or nothing. */
    private static Optional<SearchParameter> restricted(SearchParameter definition) {
        List<CodeType> bases = definition.getBase().stream()
                .flatMap(base -> expand(base.getCode()))
                .filter(type -> ServedResources.searchable(type, definition.getCode()))
                .map(CodeType::new)
                .toList();
        if (bases.isEmpty()) {
            return Optional.empty();
        }
        SearchParameter copy = definition.copy();
        copy.setBase(bases);
        copy.setStatus(PublicationStatus.ACTIVE);
        return Optional.of(copy);
    }

    private static Stream<String> expand(String base) {
        boolean all = base.equals("Resource") || base.equals("DomainResource");
        return all ? ServedResources.types().stream() : Stream.of(base);
    }

    Collection<IIdType> ids() {
        return byId.values().stream()
                .map(parameter -> (IIdType) parameter.getIdElement())
                .toList();
    }

    @Override
    public IBundleProvider search(SearchParameterMap parameterMap) {
        return new SimpleBundleProvider(new ArrayList<>(byId.values()));
    }

    @Override
    public IBaseResource read(IIdType id) {
        return Optional.ofNullable(byId.get(id.getIdPart())).orElseThrow(() -> new ResourceNotFoundException(id));
    }
}
