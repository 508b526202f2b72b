package org.warmhandoff.server.export;

import ca.uhn.fhir.batch2.api.IJobPersistence;
import ca.uhn.fhir.batch2.jobs.export.BulkExportAppCtx;
import ca.uhn.fhir.batch2.jobs.export.models.BulkExportBinaryFileId;
import ca.uhn.fhir.batch2.model.JobInstance;
import ca.uhn.fhir.batch2.model.StatusEnum;
import ca.uhn.fhir.batch2.model.WorkChunk;
import ca.uhn.fhir.jpa.api.model.BulkExportJobResults;
import ca.uhn.fhir.jpa.api.svc.IDeleteExpungeSvc;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.util.Batch2JobDefinitionConstants;
import ca.uhn.fhir.util.JsonUtil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** HAPI's export jobs and their files. */
@Component
class ExportJobs {

    private static final String FILES =
            """
            select res_id from hfj_resource where res_type = 'Binary' and fhir_id = any(?)""";

    private final IJobPersistence persistence;
    private final IDeleteExpungeSvc<JpaPid> expunge;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ExportJobs(
            IJobPersistence persistence,
            IDeleteExpungeSvc<JpaPid> expunge,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.persistence = persistence;
        this.expunge = expunge;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Optional<JobInstance> find(String id) {
        return persistence
                .fetchInstance(id)
                .filter(job -> Batch2JobDefinitionConstants.BULK_EXPORT.equals(job.getJobDefinitionId()));
    }

    boolean anyRunning() {
        return !persistence
                .fetchInstancesByJobDefinitionIdAndStatus(
                        Batch2JobDefinitionConstants.BULK_EXPORT, StatusEnum.getNotEndedStatuses(), 1, 0)
                .isEmpty();
    }

    List<JobInstance> endedBefore(Date instant) {
        return persistence.fetchInstances(
                Batch2JobDefinitionConstants.BULK_EXPORT,
                StatusEnum.getEndedStatuses(),
                instant,
                PageRequest.of(0, 50));
    }

    /** Forgets an ended job with its files; one that runs is told to stop, and is forgotten later. */
    void discard(JobInstance job) {
        if (job.getStatus().isEnded()) {
            transaction.executeWithoutResult(status -> {
                deleteFiles(files(job));
                persistence.deleteInstanceAndChunks(job.getInstanceId());
            });
        } else {
            persistence.cancelInstance(job.getInstanceId());
        }
    }

    private Set<String> files(JobInstance job) {
        Set<String> files = new java.util.HashSet<>();
        if (job.getReport() != null) {
            JsonUtil.deserialize(job.getReport(), BulkExportJobResults.class)
                    .getResourceTypeToBinaryIds()
                    .values()
                    .forEach(ids -> ids.forEach(id -> files.add(new IdType(id).getIdPart())));
        }
        // A job that did not come to its report has them in its last chunks.
        Iterator<WorkChunk> chunks = persistence.fetchAllWorkChunksIterator(job.getInstanceId(), true);
        while (chunks.hasNext()) {
            WorkChunk chunk = chunks.next();
            if (BulkExportAppCtx.CREATE_REPORT_STEP.equals(chunk.getTargetStepId()) && chunk.getData() != null) {
                String id = chunk.getData(BulkExportBinaryFileId.class).getBinaryId();
                files.add(new IdType(id).getIdPart());
            }
        }
        return files;
    }

    /** With all versions: a FHIR delete would keep what they hold. */
    private void deleteFiles(Collection<String> ids) {
        List<JpaPid> pids = new ArrayList<>();
        jdbc.query(
                FILES,
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", ids.toArray())),
                row -> {
                    pids.add(JpaPid.fromId(row.getLong(1)));
                });
        if (!pids.isEmpty()) {
            expunge.deleteExpunge(pids, false, null);
        }
    }
}
