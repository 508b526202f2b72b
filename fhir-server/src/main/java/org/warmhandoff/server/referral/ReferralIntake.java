package org.warmhandoff.server.referral;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.routes.intake.Dialect;
import org.warmhandoff.routes.intake.ReferralMessage;
import org.warmhandoff.server.referral.state.ReferralTask;
import org.warmhandoff.server.storage.Locks;
import org.warmhandoff.server.storage.ResourceStore;

/**
 * Stores a new referral: FHIR resources, register row and the deliveries that become due, in one transaction. The same
 * number from the same sender is the same referral, whoever asks first.
 */
@Service
public class ReferralIntake {

    private final ReferralRegister register;
    private final KnownResources known;
    private final ReferralDraft drafts;
    private final ResourceStore store;
    private final Locks locks;
    private final ObjectProvider<ReferralListener> listeners;
    private final TransactionTemplate transaction;

    ReferralIntake(
            ReferralRegister register,
            KnownResources known,
            ReferralDraft drafts,
            ResourceStore store,
            Locks locks,
            ObjectProvider<ReferralListener> listeners,
            TransactionTemplate transaction) {
        this.register = register;
        this.known = known;
        this.drafts = drafts;
        this.store = store;
        this.locks = locks;
        this.listeners = listeners;
        this.transaction = transaction;
    }

    /** What a message became. */
    public sealed interface Stored {

        ReferralRecord referral();

        /** The resources that it created or matched, by fullUrl of the message. */
        record Created(ReferralRecord referral, Map<String, IdType> resources) implements Stored {}

        /** The referral was there already. */
        record Known(ReferralRecord referral) implements Stored {}
    }

    /**
     * Stores a new referral, or finds the one that it repeats. Joins the caller's transaction if there is one.
     *
     * @param replyTo what an answer repeats of the message, see {@link ReferralRecord#replyTo}
     */
    public Stored store(ReferralMessage message, Dialect dialect, Map<String, String> replyTo) {
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.hold(known.lockNames(message));
            Optional<ReferralRecord> earlier =
                    register.byPlacer(message.sender().id(), message.placer());
            return earlier.<Stored>map(Stored.Known::new).orElseGet(() -> create(message, dialect, replyTo));
        }));
    }

    private Stored create(ReferralMessage message, Dialect dialect, Map<String, String> replyTo) {
        Map<String, IdType> resources = known.replaceKnown(message.resources());
        Bundle bundle = drafts.complete(message);
        Bundle answer = store.transaction(bundle);
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            String location = answer.getEntry().get(i).getResponse().getLocation();
            String name = bundle.getEntry().get(i).getFullUrl();
            if (location != null && name != null) {
                resources.put(name, new IdType(location));
            }
        }
        Task task = ReferralDraft.only(bundle, Task.class);
        ReferralRecord referral = record(message, dialect, replyTo, bundle, resources);
        register.insert(referral);
        known.remember(referral.requester(), resources);
        announce(referral, task, ReferralDraft.only(bundle, ServiceRequest.class));
        return new Stored.Created(referral, resources);
    }

    private ReferralRecord record(
            ReferralMessage message,
            Dialect dialect,
            Map<String, String> replyTo,
            Bundle bundle,
            Map<String, IdType> resources) {
        Task task = ReferralDraft.only(bundle, Task.class);
        return new ReferralRecord(
                new ReferralRecord.Ids(
                        id(bundle, task, resources),
                        id(bundle, ReferralDraft.only(bundle, ServiceRequest.class), resources),
                        target(task.getFor().getReference(), resources)),
                message.sender().id(),
                message.placer(),
                message.receiver().id(),
                dialect,
                replyTo,
                resources.values().stream().map(IdType::getValue).toList(),
                new ReferralTask(task).state().orElseThrow(),
                false,
                ReferralRecord.Missed.NONE,
                new ReferralTask(task).periodEnd().orElse(null));
    }

    private static String id(Bundle bundle, org.hl7.fhir.r4.model.Resource resource, Map<String, IdType> resources) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getResource() == resource)
                .map(entry -> Objects.requireNonNull(resources.get(entry.getFullUrl()))
                        .getIdPart())
                .findFirst()
                .orElseThrow();
    }

    private static String target(String reference, Map<String, IdType> resources) {
        IdType named = resources.get(reference);
        return named == null ? new IdType(reference).getIdPart() : named.getIdPart();
    }

    private void announce(ReferralRecord referral, Task task, ServiceRequest request) {
        task.setId("Task/" + referral.ids().task());
        task.getMeta().setVersionId("1");
        ReferralMove move = new ReferralMove(referral, null, null, referral.state(), task, request);
        listeners.orderedStream().forEach(listener -> listener.moved(move));
    }
}
