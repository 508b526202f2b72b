package org.warmhandoff.server.referral;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;

/** Makes the Provenance of a step: what changed, when, by whom, and on which message. */
@Component
public final class ReferralProvenance {

    private static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private final Clock clock;

    ReferralProvenance(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param activity event code, such as {@code accept} or {@code receive}
     * @param author who did it; null for the server itself
     */
    Provenance of(String activity, @Nullable Reference author, List<Reference> targets) {
        Provenance provenance = new Provenance();
        provenance.setTarget(targets);
        provenance.setRecorded(Date.from(clock.instant()));
        provenance.setActivity(new CodeableConcept(new Coding(Canonical.codeSystem("referral-event"), activity, null)));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(PARTICIPANT, "author", null)))
                .setWho(author == null ? new Reference().setDisplay("Warm Handoff") : author);
        return provenance;
    }
}
