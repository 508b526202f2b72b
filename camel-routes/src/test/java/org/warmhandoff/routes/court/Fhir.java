package org.warmhandoff.routes.court;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Resources to test with, as a programme would write them. */
final class Fhir {

    static final String PATIENT = "p1";

    private Fhir() {}

    static Encounter session(String id, String attendance, String start, String end) {
        Encounter encounter = new Encounter();
        encounter.setId("Encounter/" + id);
        boolean absent = attendance.startsWith("absent") || attendance.endsWith("cancelled");
        encounter.setStatus(absent ? EncounterStatus.CANCELLED : EncounterStatus.FINISHED);
        encounter.setSubject(new Reference("Patient/" + PATIENT));
        encounter.setPeriod(
                new Period().setStartElement(new DateTimeType(start)).setEndElement(new DateTimeType(end)));
        encounter.addExtension(
                "https://warmhandoff.org/fhir/StructureDefinition/iop-attendance",
                concept("https://warmhandoff.org/fhir/CodeSystem/attendance", attendance));
        return encounter;
    }

    static Observation drugTest(String loinc, String effective) {
        Observation observation = new Observation();
        observation.setStatus(ObservationStatus.FINAL);
        observation.setCode(concept("http://loinc.org", loinc));
        observation.setSubject(new Reference("Patient/" + PATIENT));
        observation.setEffective(new DateTimeType(effective));
        return observation;
    }

    static Observation positive(Observation observation) {
        return observation.setValue(concept("http://snomed.info/sct", "10828004"));
    }

    static Observation negative(Observation observation) {
        return observation.setValue(concept("http://snomed.info/sct", "260385009"));
    }

    static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
