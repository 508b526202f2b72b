package org.warmhandoff.server.export;

import ca.uhn.fhir.batch2.jobs.export.BulkDataExportProvider;
import ca.uhn.fhir.batch2.model.JobInstance;
import ca.uhn.fhir.batch2.model.StatusEnum;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.bulk.BulkExportJobParameters;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;

/** How far an export is, its manifest, and its end (Bulk Data Access IG, status and delete request). */
@Component
public class ExportStatusProvider {

    private static final String NEXT_LOOK_SECONDS = "1";

    private final BulkDataExportProvider hapi;
    private final ExportJobs jobs;
    private final ObjectProvider<CurrentCaller> callers;

    ExportStatusProvider(BulkDataExportProvider hapi, ExportJobs jobs, ObjectProvider<CurrentCaller> callers) {
        this.callers = callers;
        this.hapi = hapi;
        this.jobs = jobs;
    }

    /** A partner hears of the exports of its own Group only, whoever told it the number. */
    private boolean isAskers(JobInstance job) {
        Caller caller = callers.orderedStream()
                .findFirst()
                .flatMap(CurrentCaller::caller)
                .orElse(null);
        if (caller == null || caller.kind() != Caller.Kind.PARTNER) {
            return true;
        }
        String group = job.getParameters(BulkExportJobParameters.class).getGroupId();
        return group != null && new IdType(group).getIdPart().equals(caller.partner());
    }

    /** GET: 202 under way, 200 with the manifest, 404 unknown or deleted. DELETE: 202, and its files are gone. */
    @Operation(name = "$export-poll-status", manualResponse = true, idempotent = true, deleteEnabled = true)
    public void status(
            @OperationParam(name = "_jobId", min = 0, max = 1, typeName = "string") @Nullable
                    IPrimitiveType<String> jobId,
            ServletRequestDetails request)
            throws IOException {
        if (jobId == null || !jobId.hasValue()) {
            throw new InvalidRequestException("_jobId is missing.");
        }
        JobInstance job = jobs.find(jobId.getValue())
                .filter(this::isAskers)
                .orElseThrow(() -> new ResourceNotFoundException("No such export."));
        HttpServletResponse response = request.getServletResponse();
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            jobs.discard(job);
            response.setStatus(Constants.STATUS_HTTP_202_ACCEPTED);
        } else if (job.getStatus() == StatusEnum.FAILED) {
            // What HAPI would repeat here is the text of an exception.
            throw new InternalErrorException("The export failed. Start another one.");
        } else {
            hapi.exportPollStatus(jobId, request);
            if (response.getStatus() == Constants.STATUS_HTTP_202_ACCEPTED) {
                response.setHeader(Constants.HEADER_RETRY_AFTER, NEXT_LOOK_SECONDS);
            }
        }
    }
}
