package org.warmhandoff.routes.ccda;

import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCategory;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceReactionComponent;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceSeverity;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.warmhandoff.routes.xml.XmlElement;

/**
 * Allergy observations (2.16.840.1.113883.10.20.22.4.7) of the allergies section (.2.6, .2.6.1) to AllergyIntolerances,
 * with reactions (.4.9) and severities (.4.8).
 */
final class AllergiesMapper implements SectionMapper {

    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final Map<String, String> STATUS =
            Map.of("55561003", "active", "73425007", "inactive", "413322009", "resolved");
    private static final Map<String, AllergyIntoleranceCriticality> CRITICALITY = Map.of(
            "CRITL", AllergyIntoleranceCriticality.LOW,
            "CRITH", AllergyIntoleranceCriticality.HIGH,
            "CRITU", AllergyIntoleranceCriticality.UNABLETOASSESS);

    private final Reading reading;
    private int ordinal;

    AllergiesMapper(Reading reading) {
        this.reading = reading;
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
                    .filter(observation -> Templates.has(observation, "4.7"))
                    .forEach(observation -> add(observation, act, narrative));
        }
    }

    private void add(XmlElement observation, XmlElement concern, Narrative narrative) {
        String type = observation.at("value").attribute("code");
        boolean typed = Tables.ALLERGY_TYPES.containsKey(type);
        XmlElement agent = observation.at("participant", "participantRole", "playingEntity", "code");
        boolean negated = Templates.negated(observation);
        // Some name the substance where its kind should stand.
        CodeableConcept code = reading.concept(agent.present() || typed ? agent : observation.at("value"), narrative);
        if (negated && code == null) {
            code = new CodeableConcept(new Coding("http://snomed.info/sct", "716186003", "No known allergy"));
        } else if (negated || code == null) {
            reading.notes()
                    .add(
                            negated
                                    ? "an allergy that the patient does not have not mapped"
                                    : "an allergy without substance dropped");
            return;
        }
        AllergyIntolerance allergy = new AllergyIntolerance().setCode(code).setPatient(reading.patient());
        Identifier id = Ii.of(observation.at("id")).identifier(reading.localSystem());
        if (id != null) {
            allergy.addIdentifier(id);
        }
        allergy.setClinicalStatus(concept("allergyintolerance-clinical", status(observation, concern)));
        allergy.setVerificationStatus(concept("allergyintolerance-verification", "unconfirmed"));
        if (typed && !negated) {
            setType(allergy, Tables.ALLERGY_TYPES.getOrDefault(type, ""));
        }
        allergy.setOnset(reading.times().start(observation.at("effectiveTime")));
        allergy.setCriticality(Templates.below(observation, "4.145")
                .flatMap(criticality -> Stream.ofNullable(
                        CRITICALITY.get(criticality.at("value").attribute("code"))))
                .findFirst()
                .orElse(null));
        Templates.below(observation, "4.9").forEach(reaction -> addReaction(allergy, reaction, narrative));
        reading.resources().add(reading.key("AllergyIntolerance", ++ordinal), allergy);
    }

    private static void setType(AllergyIntolerance allergy, String entry) {
        String[] parts = entry.split("\\|", -1);
        if (!parts[0].isEmpty()) {
            allergy.setType(AllergyIntoleranceType.fromCode(parts[0]));
        }
        if (parts.length > 1 && !parts[1].isEmpty()) {
            allergy.addCategory(AllergyIntoleranceCategory.fromCode(parts[1]));
        }
    }

    private static String status(XmlElement observation, XmlElement concern) {
        String said = Templates.below(observation, "4.28")
                .map(status -> status.at("value").attribute("code"))
                .findFirst()
                .orElse("");
        boolean over =
                observation.at("effectiveTime", "high").attribute("value").length() > 0
                        || concern.at("statusCode").attribute("code").equals("completed");
        return STATUS.getOrDefault(said, over ? "resolved" : "active");
    }

    private void addReaction(AllergyIntolerance allergy, XmlElement observation, Narrative narrative) {
        CodeableConcept manifestation = reading.concept(observation.at("value"), narrative);
        if (manifestation == null) {
            return;
        }
        AllergyIntoleranceReactionComponent reaction = allergy.addReaction().addManifestation(manifestation);
        reaction.setOnsetElement(reading.times().start(observation.at("effectiveTime")));
        reaction.setSeverity(severity(observation));
    }

    private static @Nullable AllergyIntoleranceSeverity severity(XmlElement reaction) {
        return Templates.below(reaction, "4.8")
                .map(severity -> Tables.SEVERITIES.get(severity.at("value").attribute("code")))
                .filter(code -> code != null)
                .map(AllergyIntoleranceSeverity::fromCode)
                .findFirst()
                .orElse(null);
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(TERMINOLOGY + system, code, null));
    }
}
