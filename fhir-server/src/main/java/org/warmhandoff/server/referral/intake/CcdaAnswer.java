package org.warmhandoff.server.referral.intake;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.server.referral.ReferralIntake;

/** What the sender of a document is told: an OperationOutcome whose details name the Task. */
@Component
class CcdaAnswer {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String JSON = "application/fhir+json;charset=UTF-8";

    private final String baseUrl;

    CcdaAnswer(@Value("${warmhandoff.base-url}") String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Kept with the message, and repeated to whom repeats it. */
    String text(ReferralIntake.Stored stored) {
        boolean known = stored instanceof ReferralIntake.Stored.Known;
        OperationOutcome outcome = outcome(
                IssueSeverity.INFORMATION,
                known ? IssueType.DUPLICATE : IssueType.INFORMATIONAL,
                known ? "The referral was here already." : "The referral was taken in.");
        outcome.getIssueFirstRep()
                .getDetails()
                .setText("Task/" + stored.referral().ids().task());
        return encode(outcome);
    }

    ResponseEntity<String> to(FhirIntake.Answer answer) {
        if (answer instanceof FhirIntake.Answer.Ok ok) {
            return taken(ok.body());
        } else if (answer instanceof FhirIntake.Answer.Refused refused) {
            return refused(refused.why());
        } else if (answer instanceof FhirIntake.Answer.Conflict) {
            return failed(
                    HttpStatus.CONFLICT, IssueType.CONFLICT, "A document with this id but other content came before.");
        }
        return failed(
                HttpStatus.SERVICE_UNAVAILABLE,
                IssueType.TRANSIENT,
                "The document is kept but not applied yet; send it again.");
    }

    ResponseEntity<String> tooLarge() {
        return failed(HttpStatus.PAYLOAD_TOO_LARGE, IssueType.TOOLONG, "The body is too large.");
    }

    private ResponseEntity<String> taken(String body) {
        OperationOutcome outcome = FHIR.newJsonParser().parseResource(OperationOutcome.class, body);
        boolean known = outcome.getIssueFirstRep().getCode() == IssueType.DUPLICATE;
        return ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
                .header("Content-Type", JSON)
                .header(
                        "Location",
                        baseUrl + "/fhir/"
                                + outcome.getIssueFirstRep().getDetails().getText())
                .body(body);
    }

    private static ResponseEntity<String> refused(Unusable why) {
        OperationOutcome outcome = outcome(IssueSeverity.ERROR, IssueType.fromCode(why.code()), why.sentence());
        outcome.getIssueFirstRep().addExpression(why.location());
        return ResponseEntity.unprocessableEntity().header("Content-Type", JSON).body(encode(outcome));
    }

    private static ResponseEntity<String> failed(HttpStatus status, IssueType type, String sentence) {
        return ResponseEntity.status(status)
                .header("Content-Type", JSON)
                .body(encode(outcome(IssueSeverity.ERROR, type, sentence)));
    }

    private static OperationOutcome outcome(IssueSeverity severity, IssueType type, String sentence) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(sentence);
        return outcome;
    }

    private static String encode(OperationOutcome outcome) {
        return FHIR.newJsonParser().encodeResourceToString(outcome);
    }
}
