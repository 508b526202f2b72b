package org.warmhandoff.server.access.write;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Holds what a partner's write comes to, by whatever road: it changes and deletes only what it wrote itself, and a patch brings
 * no more than a whole record may. The steps of referrals are not writes of the partner but of the workflow.
 */
@Interceptor
@Component
public class PartnerRecords {

    /** After the gate, to which a hidden record is not there. */
    private static final int LATER = 10;

    private final PartnerWrites writes;

    PartnerRecords(PartnerWrites writes) {
        this.writes = writes;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = LATER)
    public void create(IBaseResource resource, RequestDetails request) {
        if (isClients(request) && resource instanceof Resource created) {
            writes.asking().ifPresent(caller -> {
                withoutMarks(created);
                writes.mayBring(created, caller);
            });
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = LATER)
    public void update(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (isClients(request) && before instanceof Resource old && after instanceof Resource changed) {
            writes.asking().ifPresent(caller -> {
                writes.mayChange(old, caller);
                marksOf(old, changed);
                writes.mayBring(changed, caller);
            });
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = LATER)
    public void delete(IBaseResource before, RequestDetails request) {
        if (isClients(request) && before instanceof Resource old) {
            writes.asking().ifPresent(caller -> writes.mayChange(old, caller));
        }
    }

    private static boolean isClients(RequestDetails request) {
        return request != null && !ResourceStore.isOwn(request);
    }

    /** Tags and sources are for those who run the server. */
    static void withoutMarks(Resource brought) {
        brought.getMeta().setTag(null);
        brought.getMeta().setSourceElement(null);
    }

    private static void marksOf(Resource old, Resource changed) {
        List<Coding> kept = old.getMeta().getTag();
        changed.getMeta()
                .setTag(kept.isEmpty() ? null : kept.stream().map(Coding::copy).toList());
        changed.getMeta().setSourceElement(old.getMeta().getSourceElement());
    }
}
