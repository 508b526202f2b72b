package org.warmhandoff.server.terminology;

import static org.warmhandoff.server.terminology.Arguments.text;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.terminology.guide.Canonicals;

/** {@code CodeSystem/$lookup}, {@code $validate-code} and {@code $subsumes} of FHIR R4. */
@Component
public class CodeSystemOperations {

    private final Terminology terminology;
    private final CodeValidator validator;
    private final Lookup lookup;

    CodeSystemOperations(Terminology terminology, CodeValidator validator, Lookup lookup) {
        this.terminology = terminology;
        this.validator = validator;
        this.lookup = lookup;
    }

    /** 404 unknown system or code. */
    @Operation(
            name = "$lookup",
            typeName = "CodeSystem",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup")
    public Parameters lookup(
            @OperationParam(name = "code") @Nullable String code,
            @OperationParam(name = "system") @Nullable String system,
            @OperationParam(name = "version") @Nullable String version,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "property") @Nullable List<String> properties) {
        Coding single = CodingParameters.code(text(code), text(system), text(version), null);
        CodingParameters codes = new CodingParameters(single, coding, null, "system");
        return lookup.lookup(codes.all().get(0), properties == null ? List.of() : properties);
    }

    /** 404 unknown system; a code that is not in it is a result and no error. */
    @Operation(
            name = "$validate-code",
            typeName = "CodeSystem",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/CodeSystem-validate-code")
    public Parameters validate(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "url") @Nullable String url,
            @OperationParam(name = "codeSystem") @Nullable CodeSystem codeSystem,
            @OperationParam(name = "code") @Nullable String code,
            @OperationParam(name = "version") @Nullable String version,
            @OperationParam(name = "display") @Nullable String display,
            @OperationParam(name = "coding") @Nullable Coding coding,
            @OperationParam(name = "codeableConcept") @Nullable CodeableConcept concept) {
        CodeSystem given = id == null ? codeSystem : terminology.byId(CodeSystem.class, id.getIdPart());
        String system = given == null ? text(url) : given.getUrl();
        Coding single = code == null ? null : new Coding(system, code, text(display)).setVersion(text(version));
        List<Coding> codings = new CodingParameters(single, coding, concept, "url").all();
        return CodeValidator.any(codings, one -> judge(one, system, given)).toParameters();
    }

    private Verdict judge(Coding coding, @Nullable String system, @Nullable CodeSystem given) {
        if (system != null
                && !Canonicals.parts(system).url().equals(coding.getSystem())
                && !system.equals(coding.getSystem())) {
            return Verdict.no("The coding is of " + coding.getSystem() + " and not of " + system + ".");
        }
        return given == null || !given.hasConcept()
                ? validator.inSystem(coding)
                : validator.inSystem(coding, terminology.index(given));
    }

    /** 404 unknown system or code, 422 a system whose content is not at hand. */
    @Operation(
            name = "$subsumes",
            typeName = "CodeSystem",
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/CodeSystem-subsumes")
    public Parameters subsumes(
            @IdParam(optional = true) @Nullable IdType id,
            @OperationParam(name = "codeA") @Nullable String codeA,
            @OperationParam(name = "codeB") @Nullable String codeB,
            @OperationParam(name = "system") @Nullable String system,
            @OperationParam(name = "version") @Nullable String version,
            @OperationParam(name = "codingA") @Nullable Coding codingA,
            @OperationParam(name = "codingB") @Nullable Coding codingB) {
        String url = id == null
                ? text(system)
                : terminology.byId(CodeSystem.class, id.getIdPart()).getUrl();
        Coding one = one("codeA", codeA, "codingA", codingA, url);
        Coding other = one("codeB", codeB, "codingB", codingB, url);
        if (!one.getSystem().equals(other.getSystem())) {
            throw Refusal.invalid("The two codes must be of one system.");
        }
        String canonical = Canonicals.of(one.getSystem(), text(version));
        CodeIndex index = terminology.codeSystem(canonical).orElseThrow(() -> withoutContent(canonical));
        Subsumption outcome = Subsumption.between(one.getCode(), other.getCode(), index);
        Parameters answer = new Parameters();
        answer.addParameter().setName("outcome").setValue(new CodeType(outcome.code()));
        return answer;
    }

    private static Coding one(
            String codeName,
            @Nullable String code,
            String codingName,
            @Nullable Coding coding,
            @Nullable String system) {
        Coding found = coding != null ? coding.copy() : new Coding(null, text(code), null);
        if (!found.hasCode()) {
            throw Refusal.missing(codeName, codingName);
        }
        if (!found.hasSystem()) {
            found.setSystem(system);
        }
        if (!found.hasSystem()) {
            throw Refusal.missing("system");
        }
        return found;
    }

    private RuntimeException withoutContent(String canonical) {
        return terminology.describedSystem(canonical).isPresent() || lookup.isExternal(canonical)
                ? Refusal.impossible(IssueType.NOTSUPPORTED, "The content of " + canonical + " is not at hand.")
                : Refusal.unknown("code system", canonical);
    }
}
