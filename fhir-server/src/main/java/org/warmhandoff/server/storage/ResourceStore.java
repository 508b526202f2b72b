package org.warmhandoff.server.storage;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Reads and writes as the server itself; joins the caller's transaction. */
@Component
public class ResourceStore {

    /** Marks a request of our own, which interceptors that guard against clients let pass. */
    public static final String OWN_WRITE = "warmhandoff.own-write";

    private static final String AMENDS = "warmhandoff.amends";

    private final ResourceIndex index;
    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> systemDao;

    ResourceStore(DaoRegistry daos, IFhirSystemDao<Bundle, Meta> systemDao, ResourceIndex index) {
        this.index = index;
        this.daos = daos;
        this.systemDao = systemDao;
    }

    /** A request of the server itself. */
    public static RequestDetails ownRequest() {
        SystemRequestDetails request = new SystemRequestDetails();
        request.getUserData().put(OWN_WRITE, Boolean.TRUE);
        return request;
    }

    /** Whether the server itself asks, by way of this class. */
    public static boolean isOwn(RequestDetails request) {
        return request != null && Boolean.TRUE.equals(request.getUserData().get(OWN_WRITE));
    }

    /** The current version, by id with or without the type; empty when there is none. */
    public <T extends Resource> Optional<T> read(Class<T> type, String id) {
        IdType resourceId = new IdType(type.getSimpleName(), new IdType(id).getIdPart());
        return index.exists(resourceId.getResourceType(), resourceId.getIdPart())
                ? Optional.of(daos.getResourceDao(type).read(resourceId, ownRequest()))
                : Optional.empty();
    }

    /** The current version of a resource of any type. */
    public Optional<Resource> read(IdType id) {
        return index.exists(id.getResourceType(), id.getIdPart())
                ? Optional.of((Resource)
                        daos.getResourceDao(id.getResourceType()).read(id.toUnqualifiedVersionless(), ownRequest()))
                : Optional.empty();
    }

    /** Every match, at most 1,000. */
    @SuppressWarnings("unchecked")
    public <T extends Resource> List<T> search(Class<T> type, SearchParameterMap parameters) {
        parameters.setLoadSynchronousUpTo(1_000);
        return (List<T>) (List<?>)
                daos.getResourceDao(type).search(parameters, ownRequest()).getAllResources();
    }

    /** Creates a resource with an id of the server's; returns {@code Type/id}. */
    public <T extends Resource> String create(T resource) {
        return daos.getResourceDao(resource)
                .create(resource, ownRequest())
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }

    /** Writes a resource under the id that it carries. */
    public <T extends Resource> T update(T resource) {
        return castTo(
                resource,
                daos.getResourceDao(resource).update(resource, ownRequest()).getResource());
    }

    /** As {@link #update}, of what is stored with a change of ours that nothing that is wrong with the rest may stop. */
    public <T extends Resource> T amend(T resource) {
        RequestDetails request = ownRequest();
        request.getUserData().put(AMENDS, Boolean.TRUE);
        return castTo(
                resource,
                daos.getResourceDao(resource).update(resource, request).getResource());
    }

    /** Whether a request is one of {@link #amend}. */
    public static boolean isAmendment(RequestDetails request) {
        return request != null && Boolean.TRUE.equals(request.getUserData().get(AMENDS));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Resource> T castTo(T like, Object resource) {
        return (T) like.getClass().cast(resource);
    }

    /** Runs a transaction Bundle as part of the caller's transaction, which must be there. */
    public Bundle transaction(Bundle bundle) {
        return systemDao.transactionNested(ownRequest(), bundle);
    }
}
