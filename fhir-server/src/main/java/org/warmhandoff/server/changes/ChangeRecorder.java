package org.warmhandoff.server.changes;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.work.Wakeup;

/** Notes each write that a handler wants to hear of, in the transaction of the write. */
@Interceptor
@Component
public class ChangeRecorder {

    private static final String INSERT =
            "insert into warmhandoff.resource_change (resource_type, resource_id, due_at) values (?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Wakeup wakeup;
    private final ObjectProvider<ChangeHandler> handlers;

    ChangeRecorder(
            JdbcTemplate jdbc,
            Clock clock,
            @Qualifier("changeWakeup") Wakeup wakeup,
            ObjectProvider<ChangeHandler> handlers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wakeup = wakeup;
        this.handlers = handlers;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        note(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        note(after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        note(resource);
    }

    private void note(IBaseResource resource) {
        if (wanted().contains(resource.fhirType())) {
            String id = resource.getIdElement().getIdPart();
            jdbc.update(INSERT, resource.fhirType(), id, Timestamp.from(clock.instant()));
            wakeup.wakeAfterCommit();
        }
    }

    private Set<String> wanted() {
        return handlers.stream().flatMap(handler -> handler.types().stream()).collect(Collectors.toSet());
    }
}
