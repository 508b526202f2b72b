package org.warmhandoff.routes.ccda;

import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * Medication activities (2.16.840.1.113883.10.20.22.4.16) of the medications section (.2.1, .2.1.1) and the discharge
 * medications section (.2.11, .2.11.1) to MedicationRequests. What the patient takes is a reported plan; what the document
 * orders (mood INT) is an order where it says who orders and how to take it.
 */
final class MedicationsMapper implements SectionMapper {

    private static final Map<String, MedicationRequestStatus> STATUS = Map.of(
            "active", MedicationRequestStatus.ACTIVE,
            "completed", MedicationRequestStatus.COMPLETED,
            "aborted", MedicationRequestStatus.STOPPED,
            "cancelled", MedicationRequestStatus.CANCELLED,
            "suspended", MedicationRequestStatus.ONHOLD,
            "held", MedicationRequestStatus.ONHOLD,
            "nullified", MedicationRequestStatus.ENTEREDINERROR);

    private final Reading reading;
    private final Dosages dosages;
    private final People people;
    private int ordinal;

    MedicationsMapper(Reading reading) {
        this.reading = reading;
        this.dosages = new Dosages(reading);
        this.people = new People(reading);
    }

    @Override
    public void map(XmlElement section) {
        Narrative narrative = Narrative.of(section);
        for (XmlElement entry : section.all("entry")) {
            XmlElement direct = entry.at("substanceAdministration");
            if (direct.present()) {
                add(direct, narrative);
            } else {
                Templates.below(entry, "4.16").forEach(activity -> add(activity, narrative));
            }
        }
    }

    private void add(XmlElement activity, Narrative narrative) {
        XmlElement material = activity.at("consumable", "manufacturedProduct", "manufacturedMaterial");
        CodeableConcept medication = reading.concept(material.at("code"), narrative);
        if (medication == null && !material.at("name").text().isEmpty()) {
            medication = new CodeableConcept().setText(material.at("name").text());
        }
        if (medication == null || Templates.negated(activity)) {
            reading.notes()
                    .add(
                            medication == null
                                    ? "a medication without code or name dropped"
                                    : "a medication that the patient does not take not mapped");
            return;
        }
        reading.resources().add(reading.key("MedicationRequest", ++ordinal), request(activity, medication, narrative));
    }

    private MedicationRequest request(XmlElement activity, CodeableConcept medication, Narrative narrative) {
        MedicationRequest request =
                new MedicationRequest().setMedication(medication).setSubject(reading.patient());
        Identifier id = Ii.of(activity.at("id")).identifier(reading.localSystem());
        if (id != null) {
            request.addIdentifier(id);
        }
        String status = activity.at("statusCode").attribute("code");
        request.setStatus(STATUS.getOrDefault(status, MedicationRequestStatus.UNKNOWN));
        XmlElement author = activity.at("author", "assignedAuthor");
        Reference requester = people.reference(author, author.at("assignedPerson"));
        request.setRequester(requester);
        request.setAuthoredOnElement(reading.times().dateTime(activity.at("author", "time")));
        dosages.add(request, activity, narrative);
        boolean order =
                activity.attribute("moodCode").equals("INT") && requester != null && request.hasDosageInstruction();
        request.setIntent(order ? MedicationRequestIntent.ORDER : MedicationRequestIntent.PLAN);
        if (!activity.attribute("moodCode").equals("INT")) {
            request.setReported(new org.hl7.fhir.r4.model.BooleanType(true));
        }
        return request;
    }
}
