package org.warmhandoff.server.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import org.warmhandoff.routes.intake.ClinicalMessage;
import org.warmhandoff.routes.intake.ClinicalMessage.Content;
import org.warmhandoff.server.inbox.StoredMessage;
import org.warmhandoff.server.storage.Locks;

/** Makes of a message what it says, and asks staff to do what follows from it; in the caller's transaction. */
@Component
class ClinicalIntake {

    private final SenderPatients patients;
    private final PatientMerge merge;
    private final FeedWriter writer;
    private final FollowUps followUps;
    private final Locks locks;

    ClinicalIntake(SenderPatients patients, PatientMerge merge, FeedWriter writer, FollowUps followUps, Locks locks) {
        this.patients = patients;
        this.merge = merge;
        this.writer = writer;
        this.followUps = followUps;
        this.locks = locks;
    }

    /** Empty when applied, else the code of the reason why it never can be. */
    Optional<String> apply(ClinicalMessage message, StoredMessage stored) {
        Content content = message.content();
        List<String> names = new ArrayList<>(writer.lockNames(content.resources()));
        if (message instanceof ClinicalMessage.PatientsMerged merged) {
            merged.retired().forEach(id -> names.add("Patient:" + id.getSystem() + "|" + id.getValue()));
            locks.hold(names);
            return merge.apply(merged, stored);
        }
        locks.hold(names);
        Optional<BundleEntryComponent> said = content.resources().getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .findFirst();
        if (said.isEmpty() || !((Patient) said.get().getResource()).hasIdentifier()) {
            return Optional.of("required");
        }
        List<Patient> known =
                patients.find(content.sender(), ((Patient) said.get().getResource()).getIdentifier());
        if (known.size() > 1) {
            return Optional.of("multiple-matches");
        }
        Optional<Written> written =
                writer.write(message, said.get(), known.stream().findFirst(), stored);
        written.ifPresent(done -> followUps.after(message, done, stored.id()));
        return written.isPresent() ? Optional.empty() : Optional.of("invariant");
    }
}
