package org.warmhandoff.server.export;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.profiles.Canonical;

/**
 * What a payer's export may hold, whatever HAPI has found (it follows references, to group sessions among others).
 * Fails closed: what is not named here stays inside.
 *
 * @param members ids of the patients whom the payer covers now
 * @param coverages ids of the Coverages that name the payer
 */
record ExportScope(Set<String> members, Set<String> coverages) {

    /** The types that a payer may ask for. */
    static final List<String> TYPES = List.of("Patient", "Coverage", "EpisodeOfCare", "Encounter", "Condition");

    static final ExportScope NOTHING = new ExportScope(Set.of(), Set.of());

    private static final String GROUP_SESSION = Canonical.structureDefinition("iop-group-session");

    /** Self-pay (45 CFR 164.522), psychotherapy notes (164.508) and whatever names the members of a group. */
    private static final Set<String> NEVER = Set.of("HIPAASelfPay", "HIPAAPsyNotes", "PSYTHPN", "roster");

    boolean releases(Resource resource) {
        return resource.getMeta().getSecurity().stream().map(Coding::getCode).noneMatch(NEVER::contains)
                && isOfMember(resource);
    }

    private boolean isOfMember(Resource resource) {
        if (resource instanceof Patient patient) {
            return members.contains(patient.getIdElement().getIdPart());
        } else if (resource instanceof Coverage coverage) {
            return isMember(coverage.getBeneficiary())
                    && coverages.contains(coverage.getIdElement().getIdPart());
        } else if (resource instanceof Encounter encounter) {
            return isMember(encounter.getSubject()) && !encounter.getMeta().hasProfile(GROUP_SESSION);
        } else if (resource instanceof EpisodeOfCare episode) {
            return isMember(episode.getPatient());
        } else if (resource instanceof Condition condition) {
            return isMember(condition.getSubject());
        }
        return false;
    }

    private boolean isMember(Reference reference) {
        String id = reference.getReferenceElement().getIdPart();
        return id != null
                && "Patient".equals(reference.getReferenceElement().getResourceType())
                && members.contains(id);
    }

    /** Takes out what leads to others: the group session that an attendance was part of. */
    static void redact(Resource resource) {
        if (resource instanceof Encounter encounter) {
            encounter.setPartOf(null);
        }
    }
}
