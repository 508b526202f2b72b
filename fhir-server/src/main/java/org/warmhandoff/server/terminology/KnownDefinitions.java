package org.warmhandoff.server.terminology;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.terminology.guide.Canonicals;
import org.warmhandoff.server.terminology.guide.GuideDefinitions;
import org.warmhandoff.server.terminology.guide.StoredDefinitions;

/** The guide first, then HL7's definitions, and only then the database. */
@Component
class KnownDefinitions implements Definitions {

    private final GuideDefinitions guide;
    private final IValidationSupport hl7;
    private final StoredDefinitions stored;

    KnownDefinitions(GuideDefinitions guide, IValidationSupport hl7, StoredDefinitions stored) {
        this.guide = guide;
        this.hl7 = hl7;
        this.stored = stored;
    }

    @Override
    public Optional<ValueSet> valueSet(String canonical) {
        return find(ValueSet.class, canonical, () -> hl7.fetchValueSet(canonical));
    }

    @Override
    public Optional<CodeSystem> codeSystem(String canonical) {
        return find(CodeSystem.class, canonical, () -> hl7.fetchCodeSystem(canonical));
    }

    @Override
    public Optional<ConceptMap> conceptMap(String canonical) {
        return find(ConceptMap.class, canonical, () -> null);
    }

    @Override
    public List<ConceptMap> conceptMaps() {
        return guide.all(ConceptMap.class, map -> true);
    }

    @Override
    public <T extends MetadataResource> Optional<T> byId(Class<T> type, String id) {
        return guide.byId(type.getSimpleName(), id).map(type::cast).or(() -> stored.byId(type, id));
    }

    private <T extends MetadataResource> Optional<T> find(
            Class<T> type, String canonical, Supplier<@Nullable IBaseResource> published) {
        Canonicals.Parts wanted = Canonicals.parts(canonical);
        return guide.byUrl(type, canonical)
                .or(() -> Optional.ofNullable(published.get())
                        .filter(type::isInstance)
                        .map(type::cast)
                        .filter(wanted::names))
                .or(() -> stored.byUrl(type, canonical));
    }
}
