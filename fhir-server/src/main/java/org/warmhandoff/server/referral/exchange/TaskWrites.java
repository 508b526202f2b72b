package org.warmhandoff.server.referral.exchange;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Patch;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.server.referral.intake.PostedTasks;
import org.warmhandoff.server.referral.state.TaskWish;
import org.warmhandoff.server.storage.ResourceStore;
import org.warmhandoff.server.validation.PatchPreview;

/**
 * POST, PUT and PATCH of Tasks, in front of HAPI's provider: a Task that asks to fulfil a request here is a referral, and
 * another status in the Task of one is an event of its state machine. All else is HAPI's.
 */
@Component
public class TaskWrites implements IResourceProvider {

    private final ExchangedTasks exchanged;
    private final TaskMoves moves;
    private final PostedTasks posted;
    private final PatchPreview patches;
    private final ResourceStore store;
    private final IFhirResourceDao<Task> tasks;

    TaskWrites(
            ExchangedTasks exchanged,
            TaskMoves moves,
            PostedTasks posted,
            PatchPreview patches,
            ResourceStore store,
            IFhirResourceDao<Task> tasks) {
        this.exchanged = exchanged;
        this.moves = moves;
        this.posted = posted;
        this.patches = patches;
        this.store = store;
        this.tasks = tasks;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return Task.class;
    }

    @Create
    public MethodOutcome create(
            @ResourceParam Task task, @ConditionalUrlParam @Nullable String condition, RequestDetails request) {
        Optional<MethodOutcome> referral = posted.takeIn(task);
        return referral.orElseGet(
                () -> condition == null ? tasks.create(task, request) : tasks.create(task, condition, request));
    }

    @Update
    public MethodOutcome update(
            @IdParam IdType id,
            @ResourceParam Task task,
            @ConditionalUrlParam @Nullable String condition,
            RequestDetails request) {
        if (condition != null) {
            return tasks.update(task, condition, request);
        }
        return moved(id, task, request).orElseGet(() -> tasks.update(task, request));
    }

    @Patch
    public MethodOutcome patch(
            @IdParam IdType id,
            @ConditionalUrlParam @Nullable String condition,
            RequestDetails request,
            @ResourceParam String body,
            PatchTypeEnum type,
            @ResourceParam @Nullable IBaseParameters parameters) {
        Optional<Task> patched = condition == null && exchanged.find(id).isPresent()
                ? patches.of(request).map(Task.class::cast)
                : Optional.empty();
        return patched.flatMap(task -> moved(id, task, request))
                .orElseGet(() -> tasks.patch(id, condition, type, body, parameters, request));
    }

    /** Empty when the write does not move a referral. */
    private Optional<MethodOutcome> moved(IdType id, Task after, RequestDetails request) {
        Optional<Task> before = exchanged.find(id).flatMap(referral -> store.read(Task.class, id.getIdPart()));
        if (before.isEmpty()) {
            return Optional.empty();
        }
        TaskWish wish = TaskWish.of(before.get(), after);
        if (wish instanceof TaskWish.Unclear unclear) {
            throw TaskMoves.refusal(before.get(), unclear.sentence());
        }
        return wish instanceof TaskWish.Move move
                ? Optional.of(outcome(moves.move(before.get(), move, expectedVersion(request))))
                : Optional.empty();
    }

    private static MethodOutcome outcome(Task task) {
        MethodOutcome outcome = new MethodOutcome(task.getIdElement(), false);
        outcome.setResource(task);
        return outcome;
    }

    private static @Nullable String expectedVersion(RequestDetails request) {
        String ifMatch = request.getHeader("If-Match");
        return ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")
                ? null
                : ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
    }
}
