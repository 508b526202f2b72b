package org.warmhandoff.server.labels;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.identity.Role;

/**
 * {@code POST [type]/[id]/$relabel}: the only way to take a security label from a record, for privacy officers. HAPI's own
 * {@code $meta-delete} is not on offer.
 */
@Component
public class RelabelProvider {

    private final Relabelling relabelling;
    private final ObjectProvider<CurrentCaller> callers;

    RelabelProvider(Relabelling relabelling, ObjectProvider<CurrentCaller> callers) {
        this.relabelling = relabelling;
        this.callers = callers;
    }

    /** Errors: 403 for anybody else, 404 no such record, 422 what the labels would not bear, or no reason. */
    @Operation(name = "$relabel", global = true)
    public Parameters relabel(
            @IdParam IdType id, @ResourceParam @Nullable Parameters parameters, RequestDetails request) {
        CurrentCaller current = callers.getIfAvailable();
        Caller officer = (current == null ? Optional.<Caller>empty() : current.caller())
                .filter(caller -> caller.kind() != Caller.Kind.PARTNER && caller.has(Role.PRIVACY_OFFICER))
                .orElseThrow(() -> new ForbiddenOperationException("Only a privacy officer may do this."));
        Parameters said = parameters == null ? new Parameters() : parameters;
        IdType record = new IdType(Objects.requireNonNull(request.getResourceName()), id.getIdPart());
        Relabelling.Result result = relabelling.apply(new Relabelling.Wish(
                record, labels(said, "add"), labels(said, "remove"), reason(said), officer.name()));
        if (result instanceof Relabelling.Result.Refused refused) {
            throw new UnprocessableEntityException(refused.sentence());
        } else if (result instanceof Relabelling.Result.Done done) {
            Meta meta = new Meta();
            done.labels().forEach(label -> meta.addSecurity(label.coding()));
            return new Parameters()
                    .addParameter(new Parameters.ParametersParameterComponent()
                            .setName("return")
                            .setValue(meta));
        }
        throw new ResourceNotFoundException(id);
    }

    private static String reason(Parameters parameters) {
        String reason = parameters.getParameterValues("reason").stream()
                .map(value -> value.primitiveValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("")
                .strip();
        if (reason.isEmpty()) {
            throw new UnprocessableEntityException("A reason is required: it is kept with the decision.");
        }
        return reason;
    }

    private static Set<SecurityLabel> labels(Parameters parameters, String name) {
        Set<SecurityLabel> labels = new LinkedHashSet<>();
        for (org.hl7.fhir.r4.model.Type value : parameters.getParameterValues(name)) {
            if (!(value instanceof Coding coding) || !coding.hasSystem() || !coding.hasCode()) {
                throw new UnprocessableEntityException("Each " + name + " is a valueCoding with system and code.");
            }
            labels.add(new SecurityLabel(coding.getSystem(), coding.getCode()));
        }
        return labels;
    }
}
