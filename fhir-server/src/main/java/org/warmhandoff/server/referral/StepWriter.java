package org.warmhandoff.server.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.episode.Episodes;
import org.warmhandoff.server.referral.state.EditedReferral;
import org.warmhandoff.server.referral.state.ReferralEffect;
import org.warmhandoff.server.referral.state.ReferralTaskEditor;
import org.warmhandoff.server.referral.state.TransitionResult.Moved;
import org.warmhandoff.server.storage.ResourceStore;

/** Stores an allowed move as one transaction Bundle: Task, ServiceRequest, Provenance and the EpisodeOfCare. */
@Component
class StepWriter {

    private static final String EPISODE_OUTPUT = "episode";

    private final ReferralTaskEditor editor;
    private final ReferralProvenance provenance;
    private final Episodes episodes;
    private final ResourceStore store;

    StepWriter(ReferralTaskEditor editor, ReferralProvenance provenance, Episodes episodes, ResourceStore store) {
        this.editor = editor;
        this.provenance = provenance;
        this.episodes = episodes;
        this.store = store;
    }

    record Step(ReferralRecord referral, Task task, ServiceRequest request, Moved moved, TransitionCommand command) {}

    ReferralMove write(Step step) {
        EditedReferral edited = editor.apply(
                step.task(),
                step.request(),
                step.moved(),
                step.command().input(),
                step.command().person());
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        put(bundle, edited.task());
        if (!edited.request().equalsDeep(step.request())) {
            put(bundle, edited.request());
        }
        openEpisode(step, edited.task(), bundle);
        closeEpisode(step, bundle);
        post(
                bundle,
                provenance.of(step.moved().event().code(), step.command().person(), targets(step)),
                "urn:uuid:" + UUID.randomUUID());
        Bundle stored = store.transaction(bundle);
        String version = stored.getEntryFirstRep().getResponse().getEtag().replaceAll("[W/\"]", "");
        edited.task().getMeta().setVersionId(version);
        edited.task().setId("Task/" + step.referral().ids().task() + "/_history/" + version);
        return new ReferralMove(
                step.referral(),
                step.moved().from(),
                step.moved().event(),
                step.moved().to(),
                edited.task(),
                edited.request());
    }

    private static List<Reference> targets(Step step) {
        return new ArrayList<>(
                List.of(new Reference("Task/" + step.referral().ids().task())));
    }

    private void openEpisode(Step step, Task task, Bundle bundle) {
        if (!step.moved().effects().contains(ReferralEffect.OPEN_EPISODE)) {
            return;
        }
        Episodes.Stay stay = new Episodes.Stay(
                "Patient/" + step.referral().ids().patient(),
                "Organization/" + step.referral().owner(),
                "ServiceRequest/" + step.referral().ids().request());
        String name = "urn:uuid:" + UUID.randomUUID();
        post(bundle, episodes.open(stay, level(step)), name);
        task.addOutput()
                .setType(new CodeableConcept(new Coding(CodeSystems.TASK_OUTPUT, EPISODE_OUTPUT, null)))
                .setValue(new Reference(name));
    }

    /** What the ASAM assessment that the state machine has verified found. */
    private CodeableConcept level(Step step) {
        return step.command()
                .input()
                .output("Observation")
                .flatMap(output -> store.read(Observation.class, output.value().getReference()))
                .map(Observation::getValueCodeableConcept)
                .orElseThrow();
    }

    private void closeEpisode(Step step, Bundle bundle) {
        if (step.moved().effects().contains(ReferralEffect.CLOSE_EPISODE)) {
            episode(step.task()).ifPresent(open -> put(bundle, episodes.close(open, disposition(step.moved()))));
        }
    }

    private Optional<EpisodeOfCare> episode(Task task) {
        return task.getOutput().stream()
                .map(Task.TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .map(value -> ((Reference) value).getReferenceElement())
                .filter(id -> "EpisodeOfCare".equals(id.getResourceType()))
                .findFirst()
                .flatMap(id -> store.read(EpisodeOfCare.class, id.getIdPart()));
    }

    private static String disposition(Moved moved) {
        return switch (moved.to()) {
            case CLOSED_COMPLETED -> "completed";
            case CLOSED_TRANSFERRED -> "transferred-lower";
            case CLOSED_LEFT -> "left-against-advice";
            default -> "administrative";
        };
    }

    private static void put(Bundle bundle, Resource resource) {
        String url = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(url);
    }

    private static void post(Bundle bundle, Resource resource, String name) {
        bundle.addEntry()
                .setFullUrl(name)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
    }
}
