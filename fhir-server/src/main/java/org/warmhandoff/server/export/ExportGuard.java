package org.warmhandoff.server.export;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.bulk.BulkExportJobParameters;
import ca.uhn.fhir.rest.api.server.bulk.BulkExportJobParameters.ExportStyle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.identity.CurrentCaller;

/** Holds every resource of every export job to the scope of the payer whose Group is exported. */
@Interceptor
@Component
public class ExportGuard {

    /** So that a job of many resources asks now and then, not for each. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final String OCCASION = "warmhandoff.occasion";

    private final PayerCoverageRegister register;
    private final ExportPassages passages;
    private final ObjectProvider<CurrentCaller> callers;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ExportGuard(
            PayerCoverageRegister register,
            ExportPassages passages,
            ObjectProvider<CurrentCaller> callers,
            Clock clock) {
        this.register = register;
        this.passages = passages;
        this.callers = callers;
        this.clock = clock;
    }

    private record Known(ExportScope scope, Instant until) {}

    @Hook(Pointcut.STORAGE_BULK_EXPORT_RESOURCE_INCLUSION)
    public boolean mayLeave(BulkExportJobParameters job, IBaseResource resource) {
        if (!(resource instanceof Resource candidate) || !scope(job).releases(candidate)) {
            return false;
        }
        ExportScope.redact(candidate);
        return isOpen() || passages.lets(candidate, payer(job), occasion(job));
    }

    /** Files are the payer's whose Group was exported, and nobody else's outside. */
    @Hook(Pointcut.STORAGE_PRE_INITIATE_BULK_EXPORT)
    public void begin(BulkExportJobParameters job) {
        job.setUserData(OCCASION, "export/" + UUID.randomUUID());
        if (job.getGroupId() != null) {
            job.setBinarySecurityContextIdentifierSystem(Canonical.PARTNER);
            job.setBinarySecurityContextIdentifierValue(payer(job));
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void store(IBaseResource file) {
        if (file instanceof Binary) {
            passages.stored();
        }
    }

    /** While nobody can be told from anybody, as the gate on requests. */
    private boolean isOpen() {
        return callers.orderedStream().findFirst().isEmpty();
    }

    private static String payer(BulkExportJobParameters job) {
        return new IdType(job.getGroupId()).getIdPart();
    }

    private static String occasion(BulkExportJobParameters job) {
        Object occasion = job.getUserData() == null ? null : job.getUserData().get(OCCASION);
        return occasion instanceof String name ? name : "export/" + payer(job);
    }

    private ExportScope scope(BulkExportJobParameters job) {
        String payer = job.getGroupId() == null ? null : new IdType(job.getGroupId()).getIdPart();
        return job.getExportStyle() == ExportStyle.GROUP && payer != null ? scope(payer) : ExportScope.NOTHING;
    }

    private ExportScope scope(String payer) {
        Instant now = clock.instant();
        return known.compute(payer, (id, last) -> fresh(last, now) ? last : new Known(load(id), now.plus(REMEMBERED)))
                .scope();
    }

    private static boolean fresh(@Nullable Known last, Instant now) {
        return last != null && last.until().isAfter(now);
    }

    private ExportScope load(String payer) {
        return new ExportScope(
                register.members(payer).stream().map(Member::patientId).collect(Collectors.toUnmodifiableSet()),
                register.coverages(payer));
    }
}
