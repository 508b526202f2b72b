package org.warmhandoff.server.terminology;

import static org.warmhandoff.server.terminology.Arguments.text;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.time.Clock;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.terminology.guide.Canonicals;

/** {@code ValueSet/$expand} and {@code ValueSet/$validate-code} of FHIR R4, on the type and on one value set. */
@Component
public class ValueSetOperations {

    private final Terminology terminology;
    private final CodeValidator validator;
    private final Clock clock;

    ValueSetOperations(Terminology terminology, CodeValidator validator, Clock clock) {
        this.terminology = terminology;
        this.validator = validator;
        this.clock = clock;
    }

    /** 404 unknown value set, 422 one that cannot be enumerated here; {@code displayLanguage} and the rest are ignored. */
    @Operation(
            name = "$expand",
            typeName = "ValueSet",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/ValueSet-expand")
    public ValueSet expand(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable String url,
            @OperationParam(name = "valueSet") @Nullable ValueSet valueSet,
            @OperationParam(name = "valueSetVersion") @Nullable String version,
            @OperationParam(name = "filter") @Nullable String filter,
            @OperationParam(name = "offset") @Nullable String offset,
            @OperationParam(name = "count") @Nullable String count,
            @OperationParam(name = "includeDesignations") @Nullable String includeDesignations,
            @OperationParam(name = "includeDefinition") @Nullable String includeDefinition,
            @OperationParam(name = "activeOnly") @Nullable String activeOnly) {
        ExpansionRequest request = new ExpansionRequest(
                text(filter),
                Arguments.count("offset", offset),
                Arguments.count("count", count),
                Arguments.flag("includeDesignations", includeDesignations),
                Arguments.flag("includeDefinition", includeDefinition),
                Arguments.flag("activeOnly", activeOnly));
        ValueSet wanted = wanted(id, text(url), valueSet, text(version));
        Expansion expansion = terminology.expand(wanted);
        if (expansion instanceof Expansion.Codes found) {
            return request.answer(wanted, found.codes(), clock.instant());
        }
        Expansion.Impossible impossible = (Expansion.Impossible) expansion;
        throw Refusal.impossible(impossible.reason(), impossible.message());
    }

    /** 404 unknown value set; a code that is not in it is a result and no error. */
    @Operation(
            name = "$validate-code",
            typeName = "ValueSet",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code")
    public Parameters validate(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable String url,
            @OperationParam(name = "valueSet") @Nullable ValueSet valueSet,
            @OperationParam(name = "valueSetVersion") @Nullable String version,
            @OperationParam(name = "code") @Nullable String code,
            @OperationParam(name = "system") @Nullable String system,
            @OperationParam(name = "systemVersion") @Nullable String systemVersion,
            @OperationParam(name = "display") @Nullable String display,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept) {
        ValueSet wanted = wanted(id, text(url), valueSet, text(version));
        Coding single = CodingParameters.code(text(code), text(system), text(systemVersion), text(display));
        CodingParameters codes = new CodingParameters(single, coding, concept, "system");
        return CodeValidator.any(codes.all(), one -> validator.inValueSet(one, wanted))
                .toParameters();
    }

    private ValueSet wanted(
            @Nullable IdType id, @Nullable String url, @Nullable ValueSet given, @Nullable String version) {
        if (id != null) {
            return terminology.byId(ValueSet.class, id.getIdPart());
        }
        if (given != null) {
            return given;
        }
        if (url == null) {
            throw Refusal.missing("url", "valueSet");
        }
        return terminology.valueSet(Canonicals.of(url, version));
    }
}
