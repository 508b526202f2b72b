package org.warmhandoff.server.disclosure.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.Patients;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.identity.CurrentCaller;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceStore;

class EvaluateProviderTest {

    private static final Caller.Kind STAFF = Caller.Kind.STAFF;

    private final TestServer server = TestServer.shared();
    private final ResourceStore store = server.bean(ResourceStore.class);
    private final String patient = new IdType(store.create(Patients.named("Asked"))).getIdPart();
    private final String visit = visit("42CFRPart2");

    @Test
    void it_says_what_goes_by_which_rule_and_on_which_consent() {
        String consent = consent("mercy");
        visit("42CFRPart2");

        Parameters answer = evaluate(asked("mercy", "TREAT"));

        ParametersParameterComponent visits = finding(answer, "Encounter");
        assertThat(value(visits, "decision")).isEqualTo("permit");
        assertThat(value(visits, "class")).isEqualTo("p2");
        assertThat(value(visits, "kind")).isEqualTo("encounter");
        assertThat(value(visits, "count")).isEqualTo("2");
        assertThat(value(visits, "rule")).isEqualTo("15");
        assertThat(value(visits, "law")).contains("2.31");
        assertThat(value(visits, "reason")).contains("rule 15").contains(consent);
        assertThat(parts(visits, "obligation")).contains("notice", "copy-of-consent");
        assertThat(part(visits, "consent"))
                .isInstanceOfSatisfying(Reference.class, reference -> assertThat(reference.getReference())
                        .isEqualTo("Consent/" + consent));
        assertThat(answer.getParameterValue("decision").primitiveValue()).isEqualTo("permit");
    }

    @Test
    void others_and_other_purposes_and_other_times_get_nothing() {
        consent("mercy");
        Parameters before = asked("mercy", "TREAT");
        before.addParameter("at", new DateTimeType("2020-01-01T00:00:00Z"));

        assertThat(outcome(asked("valley", "TREAT"))).isEqualTo("deny");
        assertThat(outcome(asked("mercy", "HLEGAL"))).isEqualTo("deny");
        assertThat(outcome(before)).isEqualTo("deny");
        assertThat(evaluate(asked("valley", "TREAT"))
                        .getParameterValue("decision")
                        .primitiveValue())
                .isEqualTo("deny");
    }

    @Test
    void conflicting_consents_are_decided_and_shown() {
        consent("mercy");
        Consent denial = terms("mercy").setStatus(ConsentState.ACTIVE);
        denial.getProvision().setType(Consent.ConsentProvisionType.DENY);
        String no = new IdType(store.create(denial)).getIdPart();

        ParametersParameterComponent visits = finding(evaluate(asked("mercy", "TREAT")), "Encounter");

        assertThat(value(visits, "decision")).isEqualTo("deny");
        assertThat(value(visits, "reason")).contains(no);
    }

    @Test
    void somebody_who_is_no_partner_is_asked_about_by_kind_and_name() {
        Parameters stranger = new Parameters();
        stranger.addParameter("patient", new Reference("Patient/" + patient));
        stranger.addParameter("purpose", new Coding(CodeSystems.ACT_REASON, "LEGAL", null));
        stranger.addParameter("kind", new CodeType("legal-other"));
        stranger.addParameter("name", new StringType("Smith and Smith"));
        stranger.addParameter("resource", new Reference(visit));

        assertThat(evaluate(stranger).getParameter("finding").getPart()).isNotEmpty();
        assertThat(outcome(stranger)).isEqualTo("deny");
    }

    @Test
    void it_is_noted_as_an_evaluation() {
        evaluate(asked("mercy", "TREAT"));

        assertThat(server.bean(ResourceIndex.class).referrers("Patient", patient))
                .extracting(IdType::getResourceType)
                .contains("AuditEvent");
    }

    @Test
    void only_staff_asks_and_completely() {
        assertThatThrownBy(() -> provider(Caller.Kind.PARTNER).evaluate(asked("mercy", "TREAT")))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> evaluate(null)).isInstanceOf(UnprocessableEntityException.class);
        assertThatThrownBy(() -> evaluate(asked("nobody", "TREAT"))).isInstanceOf(UnprocessableEntityException.class);
        assertThatThrownBy(() -> evaluate(asked("mercy", "FUN"))).isInstanceOf(UnprocessableEntityException.class);
        Parameters gone = asked("mercy", "TREAT");
        gone.getParameter("patient").setValue(new Reference("Patient/nowhere"));
        assertThatThrownBy(() -> evaluate(gone)).isInstanceOf(ResourceNotFoundException.class);
        String over = ca.uhn.fhir.context.FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(asked("mercy", "TREAT"));
        assertThat(server.post("Consent/$evaluate", over).body()).contains("finding", "policy-1");
    }

    private String outcome(Parameters asked) {
        return value(finding(evaluate(asked), "Encounter"), "decision");
    }

    private Parameters evaluate(Parameters asked) {
        return provider(STAFF).evaluate(asked);
    }

    private EvaluateProvider provider(Caller.Kind kind) {
        Caller caller = new Caller(kind, "staff", null, null, Set.of(), Set.of(), Purpose.TREAT, null);
        CurrentCaller current = () -> Optional.of(caller);
        return new EvaluateProvider(
                server.bean(AskedParameters.class),
                server.bean(Evaluation.class),
                server.bean(EvaluationAudit.class),
                server.bean(ResourceIndex.class),
                new StaticListableBeanFactory(Map.of("only", current)).getBeanProvider(CurrentCaller.class));
    }

    private Parameters asked(String partner, String purpose) {
        Parameters asked = new Parameters();
        asked.addParameter("patient", new Reference("Patient/" + patient));
        asked.addParameter("recipient", partner(partner));
        asked.addParameter("purpose", new Coding(CodeSystems.ACT_REASON, purpose, null));
        return asked;
    }

    private static ParametersParameterComponent finding(Parameters answer, String type) {
        return answer.getParameter().stream()
                .filter(part ->
                        part.getName().equals("finding") && value(part, "type").equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Type part(ParametersParameterComponent finding, String name) {
        return finding.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static String value(ParametersParameterComponent finding, String name) {
        return part(finding, name).primitiveValue();
    }

    private static List<String> parts(ParametersParameterComponent finding, String name) {
        return finding.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }

    private String visit(String label) {
        Encounter visit = new Encounter();
        visit.getMeta().addSecurity(CodeSystems.ACT_CODE, label, null);
        visit.getMeta().addSecurity(CodeSystems.CONFIDENTIALITY, "R", null);
        visit.setStatus(Encounter.EncounterStatus.FINISHED)
                .setClass_(new Coding(CodeSystems.ACT_CODE, "AMB", null))
                .setSubject(new Reference("Patient/" + patient));
        return store.create(visit);
    }

    private String consent(String to) {
        return new IdType(store.create(terms(to))).getIdPart();
    }

    private Consent terms(String to) {
        Consent consent = new Consent().setStatus(ConsentState.ACTIVE);
        consent.setScope(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", null)));
        consent.addCategory(new CodeableConcept(new Coding(CodeSystems.CONSENT_KIND, "specific-2.31", null)));
        consent.setPatient(new Reference("Patient/" + patient));
        consent.addPerformer(new Reference("Patient/" + patient));
        consent.setSource(new org.hl7.fhir.r4.model.Attachment().setTitle("Signed form"));
        consent.addPolicy().setUri("https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2");
        consent.setPolicyRule(new CodeableConcept(new Coding(CodeSystems.ACT_CODE, "42CFRPart2CD", null)));
        consent.setDateTimeElement(new DateTimeType("2026-01-01"));
        consent.getProvision().setType(Consent.ConsentProvisionType.PERMIT);
        consent.getProvision()
                .getPeriod()
                .setStartElement(new DateTimeType("2026-01-01"))
                .setEndElement(new DateTimeType("2099-01-01"));
        consent.getProvision().addPurpose(new Coding(CodeSystems.ACT_REASON, "TREAT", null));
        consent.getProvision()
                .addActor()
                .setRole(new CodeableConcept(new Coding(CodeSystems.PARTICIPATION_TYPE, "IRCP", null)))
                .setReference(partner(to));
        return consent;
    }

    private static Reference partner(String id) {
        Reference reference = new Reference();
        reference.getIdentifier().setSystem(Canonical.PARTNER).setValue(id);
        return reference;
    }
}
