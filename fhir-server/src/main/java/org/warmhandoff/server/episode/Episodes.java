package org.warmhandoff.server.episode;

import java.time.Clock;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import org.warmhandoff.profiles.Canonical;

/** Opens and closes EpisodeOfCare resources (profile iop-episode); storing them is the caller's part. */
@Component
public class Episodes {

    private static final String DISPOSITION = Canonical.structureDefinition("iop-discharge-disposition");
    private static final String DISPOSITIONS = Canonical.codeSystem("discharge-disposition");

    private final Clock clock;

    Episodes(Clock clock) {
        this.clock = clock;
    }

    /** Who, where, on which request. Ids carry their types. */
    public record Stay(String patient, String organization, String request) {}

    /** An active episode from now on, of the level that the ASAM assessment found. */
    public EpisodeOfCare open(Stay stay, CodeableConcept level) {
        EpisodeOfCare episode = new EpisodeOfCare();
        episode.setStatus(EpisodeOfCareStatus.ACTIVE);
        episode.addType(level.copy());
        episode.setPatient(new Reference(stay.patient()));
        episode.setManagingOrganization(new Reference(stay.organization()));
        episode.addReferralRequest(new Reference(stay.request()));
        episode.getPeriod().setStart(now());
        episode.addStatusHistory()
                .setStatus(EpisodeOfCareStatus.ACTIVE)
                .getPeriod()
                .setStart(now());
        return episode;
    }

    /** The episode finished now, with its discharge disposition, a code of {@code discharge-disposition}. */
    public EpisodeOfCare close(EpisodeOfCare open, String disposition) {
        EpisodeOfCare episode = open.copy();
        episode.setStatus(EpisodeOfCareStatus.FINISHED);
        episode.getPeriod().setEnd(now());
        episode.getStatusHistory().stream()
                .filter(history -> !history.getPeriod().hasEnd())
                .forEach(history -> history.getPeriod().setEnd(now()));
        episode.getExtension().removeIf(extension -> DISPOSITION.equals(extension.getUrl()));
        episode.addExtension(DISPOSITION, new CodeableConcept(new Coding(DISPOSITIONS, disposition, null)));
        return episode;
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
