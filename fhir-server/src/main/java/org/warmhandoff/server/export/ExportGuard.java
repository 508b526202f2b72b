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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds every resource of every export job to the scope of the payer whose Group is exported. */
@Interceptor
@Component
public class ExportGuard {

    /** So that a job of many resources asks now and then, not for each. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final PayerCoverageRegister register;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ExportGuard(PayerCoverageRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    private record Known(ExportScope scope, Instant until) {}

    @Hook(Pointcut.STORAGE_BULK_EXPORT_RESOURCE_INCLUSION)
    public boolean mayLeave(BulkExportJobParameters job, IBaseResource resource) {
        if (!(resource instanceof Resource candidate) || !scope(job).releases(candidate)) {
            return false;
        }
        ExportScope.redact(candidate);
        return true;
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
