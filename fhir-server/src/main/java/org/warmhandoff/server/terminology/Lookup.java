package org.warmhandoff.server.terminology;

import ca.uhn.fhir.context.support.IValidationSupport.LookupCodeResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.warmhandoff.server.terminology.ExpandedCode.Key;
import org.warmhandoff.server.terminology.guide.Canonicals;
import org.warmhandoff.server.terminology.guide.GuideDefinitions;

/** What is known of a code: the answer of FHIR R4's {@code $lookup}. */
@Component
class Lookup {

    static final String NOT_AT_HAND =
            "The content of this code system is not at hand: the code was judged by its form alone.";

    private final Terminology terminology;
    private final ExternalSystems external;
    private final Supplier<Map<Key, String>> names;

    Lookup(Terminology terminology, ExternalSystems external, GuideDefinitions guide) {
        this.terminology = terminology;
        this.external = external;
        this.names = SingletonSupplier.of(() -> names(guide));
    }

    /** Names of external codes that our value sets list are ours to tell. */
    private static Map<Key, String> names(GuideDefinitions guide) {
        Map<Key, String> names = new HashMap<>();
        for (ValueSet set : guide.all(ValueSet.class, any -> true)) {
            for (ConceptSetComponent include : set.getCompose().getInclude()) {
                include.getConcept().stream()
                        .filter(ConceptReferenceComponent::hasDisplay)
                        .forEach(code ->
                                names.putIfAbsent(new Key(include.getSystem(), code.getCode()), code.getDisplay()));
            }
        }
        return names;
    }

    Parameters lookup(Coding coding, Collection<String> properties) {
        String canonical = Canonicals.of(coding.getSystem(), coding.getVersion());
        Optional<CodeIndex> index = terminology.codeSystem(canonical);
        if (index.isPresent()) {
            CodeSystem system = index.get().system();
            return index.get()
                    .find(coding.getCode())
                    .map(concept -> new LookupAnswer(properties).of(system, concept))
                    .orElseThrow(() ->
                            Refusal.notFound("The code " + coding.getCode() + " is not in " + system.getUrl() + "."));
        }
        boolean otherVersion = terminology.codeSystem(coding.getSystem()).isPresent();
        if (otherVersion || !external.knows(coding.getSystem())) {
            throw Refusal.unknown("code system", canonical);
        }
        return external.find(coding.getSystem(), coding.getCode())
                .map(found -> known(coding, found))
                .orElseThrow(() -> Refusal.notFound(
                        "The code " + coding.getCode() + " is not a well-formed code of " + canonical + "."));
    }

    /** Whether codes of a system can be judged, though not listed. */
    boolean isExternal(String canonical) {
        return external.knows(Canonicals.parts(canonical).url());
    }

    private Parameters known(Coding coding, LookupCodeResult found) {
        String system = coding.getSystem();
        Optional<String> name = Optional.ofNullable(found.getCodeDisplay())
                .or(() -> Optional.ofNullable(names.get().get(new Key(system, coding.getCode()))));
        Parameters answer = new Parameters();
        answer.addParameter("name", systemName(system, found));
        answer.addParameter("display", name.orElse(coding.getCode()));
        if (found.getCodeDisplay() == null) {
            Parameters.ParametersParameterComponent property =
                    answer.addParameter().setName("property");
            property.addPart().setName("code").setValue(new CodeType("comment"));
            property.addPart().setName("value").setValue(new StringType(NOT_AT_HAND));
        }
        return answer;
    }

    private String systemName(String system, LookupCodeResult found) {
        return Optional.ofNullable(found.getCodeSystemDisplayName())
                .or(() -> terminology.describedSystem(system).map(described -> described.getName()))
                .orElse(system);
    }
}
