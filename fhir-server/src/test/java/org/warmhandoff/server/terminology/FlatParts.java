package org.warmhandoff.server.terminology;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Parameters as {@code name=value}, parts after parts, codings by their code. */
final class FlatParts {

    private FlatParts() {}

    static Stream<String> of(ParametersParameterComponent parameter) {
        if (parameter.hasPart()) {
            return parameter.getPart().stream().flatMap(FlatParts::of);
        }
        String value = parameter.getValue() instanceof Coding coding
                ? coding.getCode()
                : parameter.getValue().primitiveValue();
        return Stream.of(parameter.getName() + "=" + value);
    }
}
