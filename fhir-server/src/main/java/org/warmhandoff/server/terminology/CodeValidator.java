package org.warmhandoff.server.terminology;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.terminology.guide.Canonicals;

/** Whether a code is one of a code system or of a value set. */
@Component
class CodeValidator {

    private final Terminology terminology;
    private final ExternalSystems external;

    CodeValidator(Terminology terminology, ExternalSystems external) {
        this.terminology = terminology;
        this.external = external;
    }

    /** The first that is right, else what is wrong with each. */
    static Verdict any(List<Coding> codings, Function<Coding, Verdict> judge) {
        List<Verdict> verdicts = codings.stream().map(judge).toList();
        return verdicts.stream().filter(Verdict::result).findFirst().orElseGet(() -> verdicts.stream()
                .reduce((one, other) -> Verdict.no(one.message() + " " + other.message()))
                .orElseGet(() -> Verdict.no("There is no coding.")));
    }

    Verdict inSystem(Coding coding) {
        String canonical = Canonicals.of(coding.getSystem(), coding.getVersion());
        return terminology
                .codeSystem(canonical)
                .map(index -> inSystem(coding, index))
                .orElseGet(() -> byForm(coding, canonical));
    }

    Verdict inSystem(Coding coding, CodeIndex index) {
        return index.find(coding.getCode())
                .map(IndexedConcept::definition)
                .map(found -> Verdict.named(
                        coding.getDisplay(),
                        found.getDisplay(),
                        found.getDesignation().stream().map(designation -> designation.getValue())))
                .orElseGet(() -> Verdict.no("The code " + coding.getCode() + " is not in "
                        + index.system().getUrl()
                        + (index.system().getContent() == CodeSystemContentMode.COMPLETE
                                ? "."
                                : ", of which only a part is at hand.")));
    }

    private Verdict byForm(Coding coding, String canonical) {
        boolean otherVersion = terminology.codeSystem(coding.getSystem()).isPresent();
        if (otherVersion || !external.knows(coding.getSystem())) {
            throw Refusal.unknown("code system", canonical);
        }
        return external.find(coding.getSystem(), coding.getCode())
                .map(found -> Verdict.named(coding.getDisplay(), found.getCodeDisplay(), Stream.empty()))
                .orElseGet(() -> Verdict.no("The code " + coding.getCode() + " is none of " + canonical + "."));
    }

    Verdict inValueSet(Coding coding, ValueSet valueSet) {
        Expansion expansion = terminology.expand(valueSet);
        if (expansion instanceof Expansion.Codes found) {
            return found.codes().stream()
                    .filter(code -> code.key().system().equals(coding.getSystem())
                            && code.key().code().equals(coding.getCode()))
                    .findFirst()
                    .map(code -> Verdict.named(
                            coding.getDisplay(),
                            code.display(),
                            code.designations().stream().map(ConceptReferenceDesignationComponent::getValue)))
                    .orElseGet(() -> Verdict.no(notIn(coding, valueSet)));
        }
        return external.inValueSet(coding, valueSet)
                .map(result -> result.isOk()
                        ? Verdict.named(coding.getDisplay(), result.getDisplay(), Stream.empty())
                        : Verdict.no(notIn(coding, valueSet)))
                .orElseThrow(() -> Refusal.impossible(
                        IssueType.NOTSUPPORTED, "Whether the value set has the code cannot be said here."));
    }

    private static String notIn(Coding coding, ValueSet valueSet) {
        return "The code " + coding.getCode() + " of " + coding.getSystem() + " is not in the value set"
                + (valueSet.hasUrl() ? " " + valueSet.getUrl() : "") + ".";
    }
}
