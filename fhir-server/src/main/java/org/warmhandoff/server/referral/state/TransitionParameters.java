package org.warmhandoff.server.referral.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the Parameters of {@code Task/$transition}: event, reason, note, output. */
public final class TransitionParameters {

    private final List<String> problems = new ArrayList<>();
    private final List<TransitionOutput> outputs = new ArrayList<>();
    private @Nullable ReferralEvent event;
    private @Nullable CodeableConcept reason;
    private @Nullable String note;

    private TransitionParameters() {}

    public static ParsedTransition parse(Parameters parameters) {
        TransitionParameters reader = new TransitionParameters();
        parameters.getParameter().forEach(reader::read);
        return reader.result(parameters.hasParameter("event"));
    }

    private ParsedTransition result(boolean eventGiven) {
        if (!eventGiven) {
            problems.add("Parameter event is missing. " + knownEvents());
        }
        return event == null || !problems.isEmpty()
                ? new ParsedTransition.Invalid(problems)
                : new ParsedTransition.Valid(new TransitionInput(event, reason, note, outputs));
    }

    private void read(ParametersParameterComponent parameter) {
        switch (String.valueOf(parameter.getName())) {
            case "event" -> readEvent(parameter.getValue());
            case "reason" -> readReason(parameter.getValue());
            case "note" -> readNote(parameter.getValue());
            case "output" -> readOutput(parameter);
            default -> problems.add("A parameter has an unknown name; known are event, reason, note and output.");
        }
    }

    private void readEvent(@Nullable Type value) {
        if (event != null) {
            problems.add("Parameter event is given more than once.");
        }
        event = code(value)
                .flatMap(ReferralEvent::ofCode)
                .filter(ReferralEvent::callable)
                .orElse(null);
        if (event == null) {
            problems.add("Parameter event has no known code. " + knownEvents());
        }
    }

    private void readReason(@Nullable Type value) {
        if (reason != null) {
            problems.add("Parameter reason is given more than once.");
        }
        reason = concept(value).filter(TransitionParameters::says).orElse(null);
        if (reason == null) {
            problems.add("Parameter reason must be a CodeableConcept with a coding or a text, or a string.");
        }
    }

    private void readNote(@Nullable Type value) {
        if (note != null) {
            problems.add("Parameter note is given more than once.");
        }
        note = value != null && value.isPrimitive() ? value.primitiveValue() : null;
        if (note == null) {
            problems.add("Parameter note must be a string.");
        }
    }

    private void readOutput(ParametersParameterComponent parameter) {
        Optional<String> type = part(parameter, "type").flatMap(TransitionParameters::code);
        Optional<Reference> value = part(parameter, "value")
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .filter(reference -> reference.hasReference() || reference.hasIdentifier());
        if (type.isPresent() && value.isPresent()) {
            outputs.add(new TransitionOutput(type.get(), value.get()));
        } else {
            problems.add("Parameter output needs the parts type (a code) and value (a Reference).");
        }
    }

    private static Optional<Type> part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> name.equals(part.getName()) && part.hasValue())
                .map(ParametersParameterComponent::getValue)
                .findFirst();
    }

    private static Optional<String> code(@Nullable Type value) {
        if (value instanceof Coding coding) {
            return Optional.ofNullable(coding.getCode());
        }
        if (value instanceof CodeableConcept concept) {
            return Optional.ofNullable(concept.getCodingFirstRep().getCode());
        }
        return Optional.ofNullable(value).map(Type::primitiveValue);
    }

    private static Optional<CodeableConcept> concept(@Nullable Type value) {
        if (value instanceof CodeableConcept concept) {
            return Optional.of(concept);
        }
        if (value instanceof Coding coding) {
            return Optional.of(new CodeableConcept(coding));
        }
        return Optional.ofNullable(value).map(Type::primitiveValue).map(text -> new CodeableConcept().setText(text));
    }

    private static boolean says(CodeableConcept concept) {
        boolean coded = concept.getCoding().stream().anyMatch(Coding::hasCode);
        return coded || (concept.hasText() && !concept.getText().isBlank());
    }

    private static String knownEvents() {
        return "Known events: "
                + ReferralEvent.callableEvents().stream()
                        .map(ReferralEvent::code)
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
