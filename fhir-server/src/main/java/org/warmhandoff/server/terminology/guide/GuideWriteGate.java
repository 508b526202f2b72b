package org.warmhandoff.server.terminology.guide;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Refuses PUT, PATCH and DELETE of a definition of the guide, which only a new version of the guide changes. */
@Interceptor
@Component
public class GuideWriteGate {

    private static final Set<RequestTypeEnum> WRITES =
            Set.of(RequestTypeEnum.PUT, RequestTypeEnum.PATCH, RequestTypeEnum.DELETE);

    private final GuideDefinitions guide;

    GuideWriteGate(GuideDefinitions guide) {
        this.guide = guide;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        if (request.getId() != null
                && request.getResourceName() != null
                && WRITES.contains(request.getRequestType())
                && guide.has(request.getResourceName(), request.getId().getIdPart())) {
            throw new MethodNotAllowedException(
                    GuideIsReadOnly.refusal(
                            request.getResourceName(), request.getId().getIdPart()),
                    RequestTypeEnum.GET);
        }
    }
}
