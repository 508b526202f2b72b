package org.warmhandoff.server.terminology;

import java.util.Collection;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The Parameters of {@code $lookup}, with the properties that were asked for, or all when none was. */
record LookupAnswer(Collection<String> properties) {

    Parameters of(CodeSystem system, IndexedConcept concept) {
        ConceptDefinitionComponent definition = concept.definition();
        Parameters answer = new Parameters();
        answer.addParameter("name", system.hasName() ? system.getName() : system.getUrl());
        if (system.hasVersion()) {
            answer.addParameter("version", system.getVersion());
        }
        // One is required; a code may have none but itself.
        answer.addParameter("display", definition.hasDisplay() ? definition.getDisplay() : concept.code());
        if (wants("designation")) {
            definition.getDesignation().forEach(designation -> add(answer, designation));
        }
        property(answer, "definition", definition.hasDefinition() ? new StringType(definition.getDefinition()) : null);
        concept.parents().forEach(parent -> property(answer, "parent", new CodeType(parent)));
        concept.children().forEach(child -> property(answer, "child", new CodeType(child)));
        definition.getProperty().stream()
                .filter(found -> !"parent".equals(found.getCode()) && !"child".equals(found.getCode()))
                .forEach((ConceptPropertyComponent found) -> property(answer, found.getCode(), found.getValue()));
        return answer;
    }

    private boolean wants(String property) {
        return properties.isEmpty() || properties.contains(property);
    }

    private void property(Parameters answer, String code, @Nullable Type value) {
        if (value != null && wants(code)) {
            ParametersParameterComponent property = answer.addParameter().setName("property");
            property.addPart().setName("code").setValue(new CodeType(code));
            property.addPart().setName("value").setValue(value.copy());
        }
    }

    private static void add(Parameters answer, ConceptDefinitionDesignationComponent designation) {
        ParametersParameterComponent parameter = answer.addParameter().setName("designation");
        if (designation.hasLanguage()) {
            parameter.addPart().setName("language").setValue(new CodeType(designation.getLanguage()));
        }
        if (designation.hasUse()) {
            parameter.addPart().setName("use").setValue(designation.getUse().copy());
        }
        parameter.addPart().setName("value").setValue(new StringType(designation.getValue()));
    }
}
