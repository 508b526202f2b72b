package org.warmhandoff.server.labels;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;

/** Labels every write, whatever its road, and sets protected notes apart. */
@Interceptor
@Component
public class LabelInterceptor {

    /** After all that judge what was sent: what is stored is ours. */
    private static final int LAST = 1_000;

    private final TransactionLabelling transactions;
    private final WriteLabelling writes;
    private final ProtectedNotes notes;
    private final LabelDue due;
    private final ObjectProvider<CurrentCaller> callers;

    LabelInterceptor(
            TransactionLabelling transactions,
            WriteLabelling writes,
            ProtectedNotes notes,
            LabelDue due,
            ObjectProvider<CurrentCaller> callers) {
        this.transactions = transactions;
        this.writes = writes;
        this.notes = notes;
        this.due = due;
        this.callers = callers;
    }

    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void transaction(IBaseBundle bundle, RequestDetails request) {
        transactions.prepare((Bundle) bundle, writer(request));
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = LAST)
    public void creating(IBaseResource resource, RequestDetails request) {
        label((Resource) resource, null, writer(request));
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = LAST)
    public void updating(IBaseResource before, IBaseResource after, RequestDetails request) {
        label((Resource) after, (Resource) before, writer(request));
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        if (!TransactionLabelling.settled((Resource) resource)
                && !Derivations.targets((Resource) resource).isEmpty()) {
            noteDue((Resource) resource);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        Set<SecurityLabel> risen =
                LabelSets.missing(SecurityLabel.of((Resource) after), SecurityLabel.of((Resource) before));
        boolean names = !TransactionLabelling.settled((Resource) after)
                && !Derivations.targets((Resource) before).containsAll(Derivations.targets((Resource) after));
        // Labels that pass to nothing, as a client may invent, cause no work.
        if (names || !Passing.CONTENT.of(risen).isEmpty()) {
            noteDue((Resource) after);
        }
    }

    private void label(Resource after, @Nullable Resource before, Writer writer) {
        writes.label(after, before, writer);
        notes.setApart(after, before, writer);
    }

    private void noteDue(Resource resource) {
        due.add(resource.fhirType(), resource.getIdElement().getIdPart());
    }

    private Writer writer(@Nullable RequestDetails request) {
        if (request == null || request instanceof SystemRequestDetails) {
            return Writer.SERVER;
        }
        CurrentCaller current = callers.getIfAvailable();
        return (current == null ? Optional.<Caller>empty() : current.caller())
                .map(caller -> new Writer(true, caller.partner(), caller.user()))
                .orElseGet(() -> new Writer(true, null, null));
    }
}
