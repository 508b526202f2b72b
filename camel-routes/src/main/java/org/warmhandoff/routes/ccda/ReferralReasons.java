package org.warmhandoff.routes.ccda;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.hl7v2.referral.ReferralReason;
import org.warmhandoff.routes.hl7v2.segment.Absent;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * Why the patient is referred: what the reason for referral section (1.3.6.1.4.1.19376.1.5.3.1.3.1) says, and the active
 * problems of mental health and behaviour (ICD-10-CM chapter F). Where the section is silent, every active problem.
 */
final class ReferralReasons {

    private record Problem(Condition condition, Reference reference) {}

    private final List<Problem> active = new ArrayList<>();
    private final Reading reading;
    private final ServiceRequest request;

    ReferralReasons(Reading reading, ServiceRequest request) {
        this.reading = reading;
        this.request = request;
    }

    void problem(Condition condition, Reference reference) {
        if (condition.getClinicalStatus().getCodingFirstRep().getCode().equals("active")) {
            active.add(new Problem(condition, reference));
        }
    }

    /** The section: its words, and the codes of its entries. */
    void said(XmlElement section) {
        String words = reading.ssn().clean(section.at("text").text());
        Narrative narrative = Narrative.of(section);
        for (XmlElement entry : section.all("entry")) {
            XmlElement act = entry.at("act");
            addDetail(act.at("code"), narrative);
            for (XmlElement related : act.all("entryRelationship")) {
                XmlElement value = related.at("observation", "value");
                if (related.attribute("typeCode").equals("RSON")) {
                    addReason(value, narrative);
                } else {
                    addDetail(value, narrative);
                }
            }
            addReason(entry.at("observation", "value"), narrative);
        }
        if (!words.isEmpty()) {
            request.addReasonCode().setText(words);
        }
    }

    private void addReason(XmlElement value, Narrative narrative) {
        CodeableConcept concept = reading.concept(value, narrative);
        if (concept != null) {
            request.addReasonCode(concept);
        }
    }

    private void addDetail(XmlElement value, Narrative narrative) {
        CodeableConcept concept = reading.concept(value, narrative);
        if (concept != null) {
            request.addOrderDetail(concept);
        }
    }

    /** To be called when all sections are read. */
    void complete() {
        boolean silent = !request.hasReasonCode();
        for (Problem problem : active) {
            if (silent || isBehavioural(problem.condition())) {
                request.addReasonReference(problem.reference().copy());
            } else {
                request.addSupportingInfo(problem.reference().copy());
            }
        }
        if (silent && active.isEmpty()) {
            reading.notes().add("no reason for referral");
            request.addReasonCode(Absent.unknown(new CodeableConcept()));
        }
        request.setCode(ReferralReason.code(request, reading.resources()));
    }

    private static boolean isBehavioural(Condition condition) {
        return condition.getCode().getCoding().stream()
                .anyMatch(coding -> CodeSystems.ICD_10_CM.equals(coding.getSystem())
                        && coding.getCode().startsWith("F"));
    }
}
