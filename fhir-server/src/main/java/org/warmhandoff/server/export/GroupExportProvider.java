package org.warmhandoff.server.export;

import ca.uhn.fhir.batch2.jobs.export.BulkDataExportProvider;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Date;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.partner.PartnerDirectory;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.work.Wakeup;

/**
 * {@code Group/[id]/$export} of payers' Groups. It stands before HAPI's provider, which is not registered, so that there
 * is no export of the whole system and none of any other Group.
 */
@Component
public class GroupExportProvider {

    private final BulkDataExportProvider hapi;
    private final PayerMatcher matcher;
    private final ResourceStore store;
    private final Wakeup wakeup;

    GroupExportProvider(
            BulkDataExportProvider hapi,
            PartnerDirectory partners,
            ResourceStore store,
            @Qualifier("exportWakeup") Wakeup wakeup) {
        this.hapi = hapi;
        this.matcher = new PayerMatcher(partners);
        this.store = store;
        this.wakeup = wakeup;
    }

    /** 202 with Content-Location; 400 a wrong query, 404 no payer's Group. */
    @Operation(
            name = "$export",
            typeName = "Group",
            manualResponse = true,
            idempotent = true,
            canonicalUrl = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/group-export")
    public void export(
            @IdParam IIdType group,
            @OperationParam(name = "_outputFormat", min = 0, max = 1, typeName = "string") @Nullable
                    IPrimitiveType<String> format,
            @OperationParam(name = ExportRequest.TYPE, min = 0, typeName = "string") @Nullable
                    IPrimitiveType<String> type,
            @OperationParam(name = "_since", min = 0, max = 1, typeName = "instant") @Nullable
                    IPrimitiveType<Date> since,
            @OperationParam(name = "_until", min = 0, max = 1, typeName = "instant") @Nullable
                    IPrimitiveType<Date> until,
            ServletRequestDetails request) {
        if (request.getRequestType() != RequestTypeEnum.GET) {
            throw new MethodNotAllowedException("An export starts with GET.", RequestTypeEnum.GET);
        }
        ExportRequest.mistake(request.getParameters()).ifPresent(mistake -> {
            throw new InvalidRequestException(mistake);
        });
        requirePayerGroup(group.getIdPart());
        StringType types = new StringType(
                String.join(",", ExportRequest.of(request.getParameters()).types()));
        hapi.groupExport(
                group.toUnqualifiedVersionless(), format, types, since, until, null, null, null, null, null, request);
        wakeup.wake();
    }

    private void requirePayerGroup(String id) {
        boolean payers = matcher.payers().stream().anyMatch(payer -> payer.id().equals(id))
                && store.read(Group.class, id).filter(PayerGroup::isOne).isPresent();
        if (!payers) {
            // The same words for a Group that is there, lest one learns of it.
            throw new ResourceNotFoundException("No payer's Group of that id; only those are exported.");
        }
    }
}
