package org.warmhandoff.server.referral.intake;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.fhir.FhirReferralReader;
import org.warmhandoff.routes.fhir.StoredFhirReader;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.ReadReferral;
import org.warmhandoff.routes.intake.ReadReferral.Unusable;
import org.warmhandoff.server.access.write.PartnerWrites;
import org.warmhandoff.server.validation.IncomingValidation;

/** {@code POST /fhir} and {@code POST /fhir/$process-message}: referrals are taken in, other Bundles go to HAPI. */
@Component
public class FhirIntakeProvider {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final FhirIntake intake;
    private final StoredFhirReader reader;
    private final MessageReader messages;
    private final IFhirSystemDao<Bundle, Meta> systemDao;
    private final MessageAnswer messageAnswer;
    private final PartnerWrites writes;

    FhirIntakeProvider(
            FhirIntake intake,
            StoredFhirReader reader,
            MessageReader messages,
            IFhirSystemDao<Bundle, Meta> systemDao,
            MessageAnswer messageAnswer,
            PartnerWrites writes) {
        this.intake = intake;
        this.reader = reader;
        this.messages = messages;
        this.systemDao = systemDao;
        this.messageAnswer = messageAnswer;
        this.writes = writes;
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        if (bundle.getType() != BundleType.TRANSACTION || !FhirReferralReader.isReferral(bundle)) {
            IncomingValidation.markEntries(request, bundle);
            return systemDao.transaction(request, bundle);
        }
        byte[] body = request.loadRequestContents();
        String controlId = identifier(bundle).orElseGet(() -> FhirIntake.digest(body));
        TransactionAnswer answer = new TransactionAnswer(bundle);
        return bundle(intake.take(
                new FhirIntake.Received(
                        Dialect.FHIR_TRANSACTION,
                        controlId,
                        "transaction",
                        InvalidReferrals.contentType(request),
                        body,
                        read(Dialect.FHIR_TRANSACTION, bundle, request)),
                stored -> FHIR.newJsonParser().encodeResourceToString(answer.to(stored))));
    }

    @Operation(name = "$process-message", manualRequest = false)
    public Bundle processMessage(@ResourceParam Bundle message, RequestDetails request) {
        Optional<MessageHeader> header =
                message.hasEntry() && message.getEntryFirstRep().getResource() instanceof MessageHeader first
                        ? Optional.of(first)
                        : Optional.empty();
        if (message.getType() != BundleType.MESSAGE || header.isEmpty()) {
            throw new InvalidRequestException("$process-message takes a Bundle of type message with a MessageHeader");
        }
        writes.mayState(message);
        byte[] body = request.loadRequestContents();
        String headerId = header.get().getIdElement().getIdPart();
        String controlId =
                identifier(message).or(() -> Optional.ofNullable(headerId)).orElseGet(() -> FhirIntake.digest(body));
        String event = header.get().getEventCoding().getCode();
        return bundle(intake.take(
                new FhirIntake.Received(
                        Dialect.FHIR_MESSAGE,
                        controlId,
                        event == null ? "message" : event,
                        InvalidReferrals.contentType(request),
                        body,
                        read(Dialect.FHIR_MESSAGE, message, request)),
                stored -> FHIR.newJsonParser()
                        .encodeResourceToString(messageAnswer.to(header.get(), controlId, stored))));
    }

    private ReadReferral read(Dialect dialect, Bundle bundle, RequestDetails request) {
        IncomingValidation.markEntries(request, bundle);
        return messages.attached(reader.read(dialect, bundle));
    }

    private static Bundle bundle(FhirIntake.Answer answer) {
        return FHIR.newJsonParser().parseResource(Bundle.class, body(answer));
    }

    /** What the sender is told, or the error that it gets. */
    static String body(FhirIntake.Answer answer) {
        if (answer instanceof FhirIntake.Answer.Ok ok) {
            return ok.body();
        } else if (answer instanceof FhirIntake.Answer.Refused refused) {
            throw refusal(refused.why());
        } else if (answer instanceof FhirIntake.Answer.Conflict) {
            throw new ResourceVersionConflictException("A message with this identifier but other content came before");
        }
        throw new UnclassifiedServerFailureException(503, "The message is kept but not applied yet; send it again");
    }

    private static BaseServerResponseException refusal(Unusable why) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.fromCode(why.code()))
                .setDiagnostics(why.sentence())
                .addExpression(why.location());
        return new UnprocessableEntityException(why.sentence(), outcome);
    }

    private static Optional<String> identifier(Bundle bundle) {
        return Optional.ofNullable(bundle.getIdentifier().getValue())
                .map(value -> bundle.getIdentifier().hasSystem()
                        ? bundle.getIdentifier().getSystem() + "|" + value
                        : value);
    }
}
