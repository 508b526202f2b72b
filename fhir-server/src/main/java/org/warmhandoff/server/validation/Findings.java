package org.warmhandoff.server.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What validation came to. Immutable. */
public record Findings(List<Finding> all) {

    public static final Findings NONE = new Findings(List.of());

    public Findings {
        all = List.copyOf(all);
    }

    static Findings of(Finding... findings) {
        return new Findings(List.of(findings));
    }

    static Findings joined(Collection<Findings> parts) {
        List<Finding> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.all));
        return new Findings(all);
    }

    public List<Finding> errors() {
        return all.stream().filter(Finding::error).toList();
    }

    public List<Finding> warnings() {
        return all.stream().filter(finding -> !finding.error()).toList();
    }

    /** Whether the resource is refused. */
    public boolean refuse() {
        return all.stream().anyMatch(Finding::error);
    }

    Findings at(String place) {
        return new Findings(all.stream().map(finding -> finding.at(place)).toList());
    }

    Findings and(Findings others) {
        return all.isEmpty() ? others : others.all.isEmpty() ? this : joined(List.of(this, others));
    }

    /** For the sender: key, path and a sentence of each, errors first. */
    public OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        errors().forEach(finding -> add(outcome, finding));
        warnings().forEach(finding -> add(outcome, finding));
        return outcome;
    }

    static void add(OperationOutcome outcome, Finding finding) {
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                .setSeverity(finding.error() ? IssueSeverity.ERROR : IssueSeverity.WARNING)
                .setCode(finding.key().contains("-") ? IssueType.INVARIANT : IssueType.INVALID)
                .setDiagnostics(finding.sentence())
                .addExpression(finding.path());
        issue.getDetails().setText(finding.key());
    }
}
