package org.warmhandoff.server.disclosure.evaluate;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.storage.ResourceIndex;

/** {@code POST Consent/$evaluate}: what would go to whom for what purpose, and why. Lets nothing go. */
@Component
public class EvaluateProvider {

    private final AskedParameters parameters;
    private final Evaluation evaluation;
    private final EvaluationAudit audit;
    private final ResourceIndex index;
    private final ObjectProvider<CurrentCaller> callers;

    EvaluateProvider(
            AskedParameters parameters,
            Evaluation evaluation,
            EvaluationAudit audit,
            ResourceIndex index,
            ObjectProvider<CurrentCaller> callers) {
        this.parameters = parameters;
        this.evaluation = evaluation;
        this.audit = audit;
        this.index = index;
        this.callers = callers;
    }

    /** Errors: 403 not staff, 404 no such patient, 422 something missing or unknown. */
    @Operation(name = "$evaluate", typeName = "Consent")
    public Parameters evaluate(@ResourceParam @Nullable Parameters said) {
        CurrentCaller current = callers.getIfAvailable();
        Caller staff = (current == null ? Optional.<Caller>empty() : current.caller())
                .filter(caller -> caller.kind() != Caller.Kind.PARTNER)
                .orElseThrow(() -> new ForbiddenOperationException("Only staff may do this."));
        Evaluation.Asked asked = parameters.read(said == null ? new Parameters() : said);
        if (!index.exists("Patient", asked.patient())) {
            throw new ResourceNotFoundException(new IdType("Patient", asked.patient()));
        }
        Evaluation.Answer answer = evaluation.of(asked);
        audit.note(staff, asked);
        return AnswerParameters.of(answer);
    }
}
