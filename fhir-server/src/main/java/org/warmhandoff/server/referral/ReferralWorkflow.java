package org.warmhandoff.server.referral;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.server.referral.state.ReferralStateMachine;
import org.warmhandoff.server.referral.state.ReferralTask;
import org.warmhandoff.server.referral.state.TransitionResult;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * The only way a stored referral changes its state: one transaction holds the move, its provenance, the episode and the
 * deliveries that become due.
 */
@Service
public class ReferralWorkflow {

    private final ReferralRegister register;
    private final ResourceStore store;
    private final Locks locks;
    private final ReferralFactsReader facts;
    private final StepWriter steps;
    private final ObjectProvider<ReferralListener> listeners;
    private final TransactionTemplate transaction;

    ReferralWorkflow(
            ReferralRegister register,
            ResourceStore store,
            Locks locks,
            ReferralFactsReader facts,
            StepWriter steps,
            ObjectProvider<ReferralListener> listeners,
            TransactionTemplate transaction) {
        this.register = register;
        this.store = store;
        this.locks = locks;
        this.facts = facts;
        this.steps = steps;
        this.listeners = listeners;
        this.transaction = transaction;
    }

    /** Moves a referral, or says why not. Joins the caller's transaction if there is one. */
    public TransitionOutcome transition(TransitionCommand command) {
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.hold(List.of(lockName(command.taskId())));
            return locked(command);
        }));
    }

    /** The referral as it is, and as it stays until the caller's transaction ends. */
    public Optional<ReferralRecord> held(String taskId) {
        locks.hold(List.of(lockName(taskId)));
        return register.byTask(taskId);
    }

    static String lockName(String taskId) {
        return "referral-task:" + taskId;
    }

    private TransitionOutcome locked(TransitionCommand command) {
        Optional<ReferralRecord> referral = register.byTask(command.taskId());
        Optional<Task> task = referral.flatMap(found -> store.read(Task.class, command.taskId()));
        if (referral.isEmpty() || task.isEmpty()) {
            return new TransitionOutcome.Unknown();
        }
        String version = task.get().getMeta().getVersionId();
        if (command.expectedVersion() != null && !command.expectedVersion().equals(version)) {
            return new TransitionOutcome.Stale(version);
        }
        return apply(command, referral.get(), task.get());
    }

    private TransitionOutcome apply(TransitionCommand command, ReferralRecord referral, Task task) {
        ServiceRequest request =
                store.read(ServiceRequest.class, referral.ids().request()).orElseThrow();
        BusinessStatus state = new ReferralTask(task).state().orElseThrow();
        TransitionResult result = ReferralStateMachine.apply(
                state, command.actors(), command.input(), facts.read(referral, task, request, command.input()));
        if (result instanceof TransitionResult.Refused refused) {
            return new TransitionOutcome.Refused(refused);
        }
        Moved moved = (Moved) result;
        ReferralMove move = steps.write(new StepWriter.Step(referral, task, request, moved, command));
        register.moved(command.taskId(), moved.to());
        listeners.orderedStream().forEach(listener -> listener.moved(move));
        return moved.followUp()
                .map(event -> locked(TransitionCommand.bySystem(command.taskId(), event)))
                .orElseGet(() -> new TransitionOutcome.Done(move.task()));
    }
}
