package org.warmhandoff.server.disclosure.evaluate;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.Explanation;
import org.warmhandoff.server.part2.Grounds;

/** Writes an evaluation: the decision as a whole, and one {@code finding} for all records that are decided alike. */
final class AnswerParameters {

    private static final int MOST_NAMED = 20;

    private AnswerParameters() {}

    static Parameters of(Evaluation.Answer answer) {
        Parameters parameters = new Parameters();
        whole(answer.findings()).ifPresent(finding -> {
            parameters.addParameter("decision", new CodeType(guideCode(finding.decision())));
            parameters.addParameter(
                    "rule", new CodeType(finding.decision().grounds().rule()));
        });
        parameters.addParameter("complete", new BooleanType(answer.complete()));
        answer.findings().forEach(finding -> add(parameters.addParameter().setName("finding"), finding));
        return parameters;
    }

    /** What goes at all decides; else what is reviewed; else why nothing goes. */
    private static Optional<Finding> whole(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !(finding.decision() instanceof Decision.Deny))
                .findFirst()
                .or(() -> findings.stream()
                        .filter(finding -> finding.alike().outcome().equals("review"))
                        .findFirst())
                .or(() -> findings.stream().findFirst());
    }

    /** Of the guide's three codes. */
    private static String guideCode(Decision decision) {
        String outcome = Finding.outcome(decision);
        return outcome.equals("redact") ? "permit" : outcome;
    }

    private static void add(ParametersParameterComponent part, Finding finding) {
        Grounds grounds = finding.decision().grounds();
        put(part, "type", new CodeType(finding.alike().type()));
        put(part, "kind", new CodeType(finding.alike().kind()));
        put(part, "class", new CodeType(finding.alike().recordClass()));
        put(part, "count", new IntegerType(finding.records().size()));
        put(part, "decision", new CodeType(finding.alike().outcome()));
        put(part, "rule", new CodeType(grounds.rule()));
        put(part, "law", new StringType(grounds.law()));
        put(part, "policy", new StringType(grounds.policyVersion() + " " + grounds.policyHash()));
        finding.decision().obligations().stream()
                .map(obligation -> obligation.code())
                .sorted()
                .forEach(code -> put(part, "obligation", new CodeType(code)));
        grounds.consent().ifPresent(id -> put(part, "consent", new Reference("Consent/" + id)));
        grounds.order().ifPresent(id -> put(part, "order", new StringType(id)));
        finding.records().stream()
                .sorted()
                .limit(MOST_NAMED)
                .forEach(record -> put(part, "record", new Reference(record)));
        put(part, "reason", new StringType(Explanation.of(finding.decision())));
    }

    private static void put(ParametersParameterComponent part, String name, Type value) {
        part.addPart().setName(name).setValue(value);
    }
}
