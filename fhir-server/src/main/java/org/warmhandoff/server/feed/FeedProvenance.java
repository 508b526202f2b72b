package org.warmhandoff.server.feed;

import java.time.Clock;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.routes.partner.Partner;
import org.warmhandoff.server.inbox.StoredMessage;

/** Which message of whom brought it (profile iop-provenance). */
@Component
class FeedProvenance {

    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String OPERATION = "http://terminology.hl7.org/CodeSystem/v3-DataOperation";

    private final Clock clock;

    FeedProvenance(Clock clock) {
        this.clock = clock;
    }

    /** Without targets yet. */
    Provenance of(Partner sender, StoredMessage message) {
        Provenance provenance = new Provenance();
        provenance.setRecorded(Date.from(clock.instant()));
        provenance.setActivity(new CodeableConcept(new Coding(OPERATION, "UPDATE", null)));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(PARTICIPANT, "author", null)))
                .setWho(new Reference("Organization/" + sender.id()));
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(Canonical.BASE + "/message/" + sender.id())
                                .setValue(message.message().controlId())));
        return provenance;
    }
}
