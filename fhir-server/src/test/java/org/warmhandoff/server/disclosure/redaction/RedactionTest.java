package org.warmhandoff.server.disclosure.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.ResourceType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.part2.Elements;

class RedactionTest {

    private static final String ENCOUNTER =
            """
            {"resourceType": "Encounter", "id": "1",
             "meta": {"versionId": "3", "security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "SUD"}]},
             "text": {"status": "generated", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">secret</div>"},
             "extension": [
              {"url": "https://warmhandoff.org/fhir/StructureDefinition/iop-billing", "extension": [{"url": "hcpcs", "valueCode": "H0015"}]},
              {"url": "https://warmhandoff.org/fhir/StructureDefinition/court-case", "valueString": "secret"},
              {"url": "http://elsewhere.example", "valueString": "secret"}],
             "modifierExtension": [{"url": "http://elsewhere.example/m", "valueString": "secret"}],
             "identifier": [{"value": "secret"}], "status": "finished",
             "class": {"code": "AMB"},
             "type": [{"coding": [{"code": "iop", "extension": [{"url": "http://x", "valueString": "secret"}]}], "text": "secret"}],
             "subject": {"reference": "Patient/p", "display": "secret"},
             "participant": [{"type": [{"text": "secret"}], "individual": {"reference": "Practitioner/secret",
               "identifier": {"system": "http://hl7.org/fhir/sid/us-npi", "value": "1093817465"}, "display": "secret"}}],
             "period": {"start": "2026-11-01", "_start": {"extension": [{"url": "http://x", "valueString": "secret"}]}},
             "reasonCode": [{"text": "secret"}], "location": [{"location": {"display": "secret"}}]}""";

    @Test
    void a_group_without_its_members_has_no_version_that_would_count_them() {
        org.hl7.fhir.r4.model.Group group = parse(
                org.hl7.fhir.r4.model.Group.class,
                """
                {"resourceType": "Group", "id": "acme", "meta": {"versionId": "5", "lastUpdated": "2026-11-24T12:00:00Z"},
                 "type": "person", "actual": true, "member": [{"entity": {"reference": "Patient/p"}}]}""");
        Redaction.apply(group, new Elements(null, Set.of("member")));
        assertThat(group.hasMember()).isFalse();
        assertThat(group.getIdElement().hasVersionIdPart()).isFalse();
        assertThat(json(group)).doesNotContain("versionId", "lastUpdated");
    }

    @Test
    void only_what_is_on_the_list_is_kept_down_to_its_parts() {
        Encounter encounter = parse(Encounter.class, ENCOUNTER);
        Redaction.apply(
                encounter,
                new Elements(
                        Set.of(
                                "status",
                                "class",
                                "type",
                                "period",
                                "participant.individual.identifier",
                                "extension:iop-billing"),
                        Set.of("extension:court-case")));
        assertThat(json(encounter))
                .doesNotContain("secret")
                .contains("H0015", "1093817465", "finished", "2026-11-01", "Patient/p");
        assertThat(encounter.getMeta().getSecurity("http://terminology.hl7.org/CodeSystem/v3-ActCode", "SUD"))
                .as("labels stay")
                .isNotNull();
        assertThat(encounter.getMeta().getSecurity(Redaction.OBSERVATION_VALUE, "REDACTED"))
                .isNotNull();
        assertThat(encounter.getMeta().getTag(Redaction.OBSERVATION_VALUE, "SUBSETTED"))
                .isNotNull();
        assertThat(encounter.getIdElement().getIdPart()).isEqualTo("1");
    }

    @Test
    void a_choice_of_types_is_kept_by_its_plain_name() {
        Observation test = parse(
                Observation.class,
                """
                {"resourceType": "Observation", "status": "final", "code": {"text": "secret"}, "valueCodeableConcept":
                 {"coding": [{"code": "POS"}]}, "effectiveDateTime": "2026-11-01", "note": [{"text": "secret"}],
                 "component": [{"code": {"text": "secret"}}]}""");
        Redaction.apply(test, new Elements(Set.of("status", "effective", "value"), Set.of()));
        assertThat(json(test)).contains("POS", "2026-11-01").doesNotContain("secret");
    }

    @Test
    void a_contained_medication_stays_for_its_code_and_nothing_else_contained_does() {
        MedicationRequest request = parse(
                MedicationRequest.class,
                """
                {"resourceType": "MedicationRequest", "status": "active", "intent": "order",
                 "contained": [{"resourceType": "Medication", "id": "m", "code": {"coding": [{"code": "351264"}], "text": "secret"},
                   "batch": {"lotNumber": "secret"}},
                  {"resourceType": "Patient", "id": "other", "name": [{"family": "secret"}]}],
                 "medicationReference": {"reference": "#m"}, "subject": {"reference": "Patient/p"},
                 "reasonReference": [{"reference": "#other"}], "note": [{"text": "secret"}]}""");
        Redaction.apply(request, new Elements(Set.of("status", "intent", "medication"), Set.of()));
        assertThat(json(request)).contains("351264", "#m").doesNotContain("secret", "#other");
    }

    @Test
    void free_text_is_taken_out_wherever_it_stands_and_codes_references_and_names_stay() {
        Patient patient = parse(
                Patient.class,
                """
                {"resourceType": "Patient", "id": "p", "name": [{"family": "Doe"}], "identifier": [{"value": "MR1"}],
                 "text": {"status": "generated", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">secret</div>"},
                 "photo": [{"title": "secret"}], "extension": [{"url": "http://x", "valueString": "secret"}],
                 "communication": [{"language": {"coding": [{"code": "en", "display": "secret"}], "text": "secret"}}],
                 "generalPractitioner": [{"reference": "Practitioner/1", "display": "secret"}],
                 "contained": [{"resourceType": "Basic", "id": "b", "code": {"text": "secret"}}]}""");
        Redaction.apply(patient, new Elements(null, Set.of("free-text")));
        assertThat(json(patient))
                .contains("Doe", "MR1", "Practitioner/1", "\"en\"")
                .doesNotContain("secret");
    }

    @Test
    void an_extension_is_taken_out_at_any_depth_and_an_element_at_the_top() {
        ServiceRequest request = parse(
                ServiceRequest.class,
                """
                {"resourceType": "ServiceRequest", "status": "active", "intent": "order", "subject": {"reference": "Patient/p",
                  "extension": [{"url": "https://warmhandoff.org/fhir/StructureDefinition/court-participant-id", "valueString": "secret"}]},
                 "contained": [{"resourceType": "Patient", "id": "c", "extension":
                  [{"url": "https://warmhandoff.org/fhir/StructureDefinition/court-participant-id", "valueString": "secret"}]}],
                 "note": [{"text": "kept"}]}""");
        Redaction.apply(request, new Elements(null, Set.of("extension:court-participant-id")));
        assertThat(json(request)).contains("kept").doesNotContain("secret");
    }

    @Test
    void every_element_of_every_type_can_be_taken_out() throws Exception {
        int filled = 0;
        for (ResourceType type : ResourceType.values()) {
            Resource resource = ResourceFactory.createResource(type.name());
            for (Property property : resource.children()) {
                if (Set.of("id", "meta", "contained")
                        .contains(property.getName().replace("[x]", ""))) {
                    continue;
                }
                Base child = property.getName().endsWith("[x]")
                        ? resource.addChild(property.getName().replace("[x]", "") + first(property.getTypeCode()))
                        : resource.makeProperty(property.getName().hashCode(), property.getName());
                if (child instanceof Element element) {
                    element.addExtension("http://x", new StringType("secret"));
                    filled++;
                }
            }
            Redaction.apply(resource, new Elements(Set.of(), Set.of()));
            assertThat(json(resource)).as(type.name()).doesNotContain("secret");
            for (Property property : resource.children()) {
                if (!Set.of("id", "meta", "subject", "patient", "for", "beneficiary")
                        .contains(property.getName().replace("[x]", ""))) {
                    assertThat(property.getValues())
                            .as(type + "." + property.getName())
                            .allMatch(value -> value == null || value.isEmpty());
                }
            }
        }
        assertThat(filled).isGreaterThan(2_000);
    }

    private static String first(String typeCode) {
        String type = typeCode.replaceAll("\\(.*", "").split("\\|")[0];
        return type.equals("*") ? "String" : Character.toUpperCase(type.charAt(0)) + type.substring(1);
    }

    private static <T extends Resource> T parse(Class<T> type, String json) {
        return parser().parseResource(type, json);
    }

    private static String json(Resource resource) {
        return parser().encodeResourceToString(resource);
    }

    private static IParser parser() {
        return FhirContext.forR4Cached().newJsonParser();
    }
}
