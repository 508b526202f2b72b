package org.warmhandoff.routes.ccda;

import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * Problem observations (2.16.840.1.113883.10.20.22.4.4) of the problem section (.2.5, .2.5.1) and the discharge diagnosis
 * section (.2.24) to Conditions. What is coded in ICD-10-CM is a diagnosis, anything else an item of the problem list.
 */
final class ProblemsMapper implements SectionMapper {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String CLINICAL = TERMINOLOGY + "condition-clinical";
    private static final Set<String> RESOLVED = Set.of("413322009");
    private static final Set<String> INACTIVE = Set.of("73425007");

    private final Reading reading;
    private final ReferralReasons reasons;
    private int ordinal;

    ProblemsMapper(Reading reading, ReferralReasons reasons) {
        this.reading = reading;
        this.reasons = reasons;
    }

    @Override
    public void map(XmlElement section) {
        Narrative narrative = Narrative.of(section);
        for (XmlElement entry : section.all("entry")) {
            XmlElement act = entry.at("act");
            if (act.absent()) {
                add(entry.at("observation"), act, narrative);
            }
            act.all("entryRelationship", "observation").stream()
                    .filter(observation -> Templates.has(observation, "4.4")
                            || observation.at("value").present())
                    .filter(observation -> !Templates.has(observation, "4.143"))
                    .forEach(observation -> add(observation, act, narrative));
        }
    }

    private void add(XmlElement observation, XmlElement concern, Narrative narrative) {
        CodeableConcept code = reading.concept(observation.at("value"), narrative);
        if (observation.absent()) {
            reading.notes().add("an entry of the problem section not mapped");
        } else if (Templates.negated(observation)) {
            reading.notes().add("a problem that the patient does not have not mapped");
        } else if (code == null) {
            reading.notes().add("a problem without value dropped");
        } else {
            Condition condition = condition(observation, concern, code);
            Reference reference = reading.resources().add(reading.key("Condition", ++ordinal), condition);
            reasons.problem(condition, reference);
        }
    }

    private Condition condition(XmlElement observation, XmlElement concern, CodeableConcept code) {
        Condition condition = new Condition().setCode(code).setSubject(reading.patient());
        Identifier id = Ii.of(observation.at("id")).identifier(reading.localSystem());
        if (id != null) {
            condition.addIdentifier(id);
        }
        boolean diagnosis =
                code.getCoding().stream().anyMatch(coding -> CodeSystems.ICD_10_CM.equals(coding.getSystem()));
        condition.addCategory(
                concept(TERMINOLOGY + "condition-category", diagnosis ? "encounter-diagnosis" : "problem-list-item"));
        condition.setVerificationStatus(concept(TERMINOLOGY + "condition-ver-status", "confirmed"));
        DateTimeType resolved = reading.times().end(observation.at("effectiveTime"));
        condition.setOnset(reading.times().start(observation.at("effectiveTime")));
        condition.setAbatement(resolved);
        condition.setClinicalStatus(concept(CLINICAL, status(observation, concern, resolved)));
        condition.setRecordedDateElement(reading.times().dateTime(observation.at("author", "time")));
        return condition;
    }

    /** The problem status observation (4.6) if there is one; else a problem that ended, or whose concern did, is resolved. */
    private static String status(XmlElement observation, XmlElement concern, @Nullable DateTimeType resolved) {
        String said = Templates.below(observation, "4.6")
                .map(status -> status.at("value").attribute("code"))
                .findFirst()
                .orElse("");
        if (resolved != null || RESOLVED.contains(said)) {
            return "resolved";
        } else if (INACTIVE.contains(said)) {
            return "inactive";
        }
        boolean closed = concern.at("statusCode").attribute("code").equals("completed");
        return closed && said.isEmpty() && Templates.has(concern, "4.3") ? "resolved" : "active";
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
