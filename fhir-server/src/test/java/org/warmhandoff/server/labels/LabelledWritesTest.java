package org.warmhandoff.server.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.warmhandoff.profiles.CodeSystems;

/** Every write is labelled, by whatever road it comes. */
class LabelledWritesTest {

    private static final String[] PART2 = {
        "R", "SUD", "42CFRPart2", "NORDSCLCD", "RedisclosureProhibitionMark", "PERSISTLABEL"
    };

    private final LabelFixture fixture = new LabelFixture();

    private static Observation observation(String patient, String performer) {
        Observation observation = new Observation();
        observation.setStatus(Observation.ObservationStatus.FINAL);
        observation.setCode(new CodeableConcept(new Coding(CodeSystems.LOINC, "8867-4", null)));
        observation.setSubject(new Reference(patient));
        observation.addPerformer(new Reference(performer));
        return observation;
    }

    @Test
    void what_names_nobody_is_the_hosted_programmes() {
        assertThat(fixture.labels(fixture.patient())).containsExactlyInAnyOrder(PART2);
    }

    @Test
    void what_a_hospital_is_named_for_is_not_labelled_and_what_a_part_2_programme_is_named_for_is() {
        String patient = fixture.patient();
        assertThat(fixture.labels(fixture.create(observation(patient, "Organization/mercy"))))
                .isEmpty();
        assertThat(fixture.labels(fixture.create(observation(patient, "Organization/harbor"))))
                .containsExactlyInAnyOrder(PART2);
    }

    @Test
    void an_update_without_labels_has_them_all_the_same_whatever_header_it_carries() {
        String patient = fixture.patient();
        Observation observation =
                (Observation) fixture.read(fixture.create(observation(patient, "Organization/harbor")));
        observation.getMeta().setSecurity(List.of(new Coding(CodeSystems.CONFIDENTIALITY, "R", null)));
        observation.setPerformer(List.of(new Reference("Organization/mercy")));
        HttpResponse<String> answer = fixture.update(observation, "X-Meta-Snapshot-Mode", "TAG,PROFILE,SECURITY_LABEL");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("42CFRPart2");
        assertThat(fixture.labels("Observation/" + observation.getIdElement().getIdPart()))
                .containsExactlyInAnyOrder(PART2);
    }

    @Test
    void labels_can_be_added_but_confidentiality_never_falls_and_nobody_is_declared_de_identified() {
        String patient = fixture.patient();
        Observation observation = observation(patient, "Organization/mercy");
        observation.getMeta().addSecurity(new Coding(CodeSystems.CONFIDENTIALITY, "V", null));
        observation.getMeta().addSecurity(new Coding(SecurityLabel.RECORD_CLASS, "deidentified", null));
        String id = fixture.create(observation);
        assertThat(fixture.labels(id)).containsExactly("V");

        Observation lower = (Observation) fixture.read(id);
        lower.getMeta()
                .setSecurity(List.of(
                        new Coding(CodeSystems.CONFIDENTIALITY, "N", null),
                        new Coding(CodeSystems.ACT_CODE, "HIV", null)));
        assertThat(fixture.update(lower).statusCode()).isEqualTo(200);
        assertThat(fixture.labels(id)).containsExactlyInAnyOrder("V", "HIV");
    }

    @Test
    void a_transaction_passes_labels_along_before_any_of_it_has_an_id() {
        HttpResponse<String> answer = fixture.server.post(
                "",
                """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"fullUrl":"urn:uuid:11111111-1111-4111-8111-111111111111","resource":{"resourceType":"Observation",
                   "status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
                   "encounter":{"reference":"urn:uuid:22222222-2222-4222-8222-222222222222"},
                   "subject":{"reference":"%1$s"},
                   "performer":[{"reference":"Organization/mercy"}]},"request":{"method":"POST","url":"Observation"}},
                 {"fullUrl":"urn:uuid:22222222-2222-4222-8222-222222222222","resource":{"resourceType":"Encounter",
                   "status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"IMP"},
                   "subject":{"reference":"%1$s"},"serviceProvider":{"reference":"Organization/harbor"}},
                   "request":{"method":"POST","url":"Encounter"}}]}
                """
                        .formatted(fixture.patient()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String id = answer.body().replaceAll("(?s).*?(Observation/[0-9a-f-]{36}).*", "$1");
        assertThat(fixture.labels(id)).containsExactlyInAnyOrder(PART2);
    }

    @Test
    void what_rises_later_reaches_what_was_made_of_it_also_where_no_index_knows() {
        String patient = fixture.patient();
        String source = fixture.create(observation(patient, "Organization/mercy"));
        String derived =
                fixture.create(observation(patient, "Organization/mercy").addDerivedFrom(new Reference(source)));
        String further =
                fixture.create(observation(patient, "Organization/mercy").addDerivedFrom(new Reference(derived)));
        assertThat(fixture.labels(further)).isEmpty();

        Observation raised = (Observation) fixture.read(source);
        raised.getMeta().addSecurity(new Coding(CodeSystems.ACT_CODE, "HIV", null));
        raised.getMeta().addSecurity(new Coding(CodeSystems.CONFIDENTIALITY, "R", null));
        fixture.update(raised);
        fixture.passOn();

        assertThat(fixture.labels(derived)).containsExactlyInAnyOrder("R", "HIV");
        assertThat(fixture.labels(further)).containsExactlyInAnyOrder("R", "HIV");
        assertThat(fixture.read(further).getMeta().getVersionId()).isEqualTo("1");
        assertThat(fixture.jdbc()
                        .queryForList(
                                "select resource_type || '/' || resource_id from warmhandoff.label_due", String.class))
                .doesNotContain(source, derived, further);
    }

    @Test
    void a_service_that_the_patient_paid_for_is_so_labelled_and_what_was_found_at_it() {
        String patient = fixture.patient();
        String coverage = fixture.create(
                "Coverage",
                """
                {"resourceType":"Coverage","status":"active","beneficiary":{"reference":"%s"},"subscriberId":"1",
                 "relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/subscriber-relationship","code":"self"}]},
                 "payor":[{"reference":"Organization/acme-health"}],
                 "extension":[{"url":"https://warmhandoff.org/fhir/StructureDefinition/self-pay-restriction","valueBoolean":true}]}"""
                        .formatted(patient));
        String account = fixture.create(
                "Account",
                """
                {"resourceType":"Account","status":"active","subject":[{"reference":"%s"}],
                 "coverage":[{"coverage":{"reference":"%s"}}]}"""
                        .formatted(patient, coverage));
        String encounter = fixture.create(
                "Encounter",
                """
                {"resourceType":"Encounter","status":"planned","subject":{"reference":"%s"},
                 "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
                 "account":[{"reference":"%s"}],"serviceProvider":{"reference":"Organization/mercy"}}"""
                        .formatted(patient, account));
        assertThat(fixture.labels(encounter)).containsExactly("HIPAASelfPay");
        assertThat(fixture.labels(fixture.create(
                        observation(patient, "Organization/mercy").setEncounter(new Reference(encounter)))))
                .containsExactly("HIPAASelfPay");
    }

    @Test
    void an_attendance_shows_nothing_of_its_group_and_a_text_of_the_group_is_about_others() {
        String patient = fixture.patient();
        String group = fixture.create(
                "Group",
                """
                {"resourceType":"Group","type":"person","actual":true,
                 "code":{"coding":[{"system":"https://warmhandoff.org/fhir/CodeSystem/group-kind","code":"iop-cohort"}]},
                 "member":[{"entity":{"reference":"%s"}},{"entity":{"reference":"%s"}}]}"""
                        .formatted(patient, fixture.patient()));
        String session = fixture.create("Encounter", encounter(group, ""));
        String attendance =
                fixture.create("Encounter", encounter(patient, ",\"partOf\":{\"reference\":\"" + session + "\"}"));
        assertThat(fixture.labels(session)).contains("R", "roster");
        assertThat(fixture.labels(attendance)).isEmpty();
        assertThat(fixture.labels(fixture.create(
                        observation(patient, "Organization/mercy").setEncounter(new Reference(session)))))
                .contains("about-others")
                .doesNotContain("roster");
    }

    private static String encounter(String subject, String more) {
        return """
                {"resourceType":"Encounter","status":"planned","subject":{"reference":"%s"},
                 "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
                 "type":[{"coding":[{"system":"https://warmhandoff.org/fhir/CodeSystem/session-type","code":"group-process"}]}],
                 "serviceProvider":{"reference":"Organization/mercy"}%s}"""
                .formatted(subject, more);
    }

    @Test
    void what_the_server_makes_under_an_id_of_its_own_choice_is_labelled_as_new() {
        Flag flag = new Flag().setStatus(Flag.FlagStatus.ACTIVE);
        flag.setCode(new CodeableConcept().setText("x")).setSubject(new Reference(fixture.patient()));
        flag.setId("Flag/" + UUID.randomUUID());
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(flag)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl(flag.getId());
        fixture.server.bean(TransactionTemplate.class).executeWithoutResult(status -> fixture.store()
                .transaction(bundle));
        assertThat(fixture.labels(flag.getIdElement().toUnqualifiedVersionless().getValue()))
                .containsExactlyInAnyOrder(PART2);
    }

    @Test
    void a_code_adds_the_sensitivity_alone() {
        String patient = fixture.patient();
        String encounter = fixture.create("Encounter", encounter(patient, ""));
        Observation observation = observation(patient, "Organization/mercy");
        observation.setCode(new CodeableConcept(new Coding(CodeSystems.LOINC, "59673-4", null)));
        observation.setEncounter(new Reference(encounter));
        assertThat(fixture.labels(fixture.create(observation))).containsExactly("SUD");
    }
}
