package org.warmhandoff.server.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.warmhandoff.server.consent.Asked.NOW;
import static org.warmhandoff.server.consent.Asked.example;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.warmhandoff.profiles.CodeSystems;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.ConsentKind;
import org.warmhandoff.server.part2.ConsentStatus;
import org.warmhandoff.server.part2.Decision;
import org.warmhandoff.server.part2.Directive;
import org.warmhandoff.server.part2.Label;
import org.warmhandoff.server.part2.PatientConsent;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.part2.RecordClass;
import org.warmhandoff.server.part2.RecordKind;

class ConsentReaderTest {

    @ParameterizedTest
    @CsvSource({
        "jordan-consent-tpo, TPO, PART2, ACTIVE, mercy-hospital, TREAT, P2, true",
        "jordan-consent-court, CRIMINAL_JUSTICE, PART2, ACTIVE, county-court, HLEGAL, , false",
        "jordan-consent-logical, HIPAA_AUTH, HIPAA_AUTHORIZATION, ACTIVE, harbor, TREAT, , false",
        "jordan-consent-notes, COUNSELING_NOTES, PART2, ACTIVE, PractitionerRole/mara-stone-at-mercy, TREAT, SUDNOTE, false",
        "jordan-consent-revoked, SPECIFIC, PART2, INACTIVE, acme-health, CAREMGT, , false",
    })
    void the_consents_of_the_guide_say_what_they_say(
            String name,
            ConsentKind kind,
            Directive directive,
            ConsentStatus status,
            String recipient,
            Purpose purpose,
            RecordClass recordClass,
            boolean statements) {
        PatientConsent consent = ConsentReader.read(example(name));

        assertThat(consent.id()).isEqualTo(name);
        assertThat(consent.patient()).isEqualTo("jordan-doe");
        assertThat(consent.kind()).isEqualTo(kind);
        assertThat(consent.directive()).isEqualTo(directive);
        assertThat(consent.status()).isEqualTo(status);
        assertThat(consent.root().permits()).isTrue();
        assertThat(consent.root().recipients()).contains(recipient);
        assertThat(consent.root().purposes()).contains(purpose);
        assertThat(consent.root().classes()).isEqualTo(recordClass == null ? Set.of() : Set.of(recordClass));
        assertThat(consent.tpoStatements()).isEqualTo(statements);
    }

    @Test
    void what_the_patient_permitted_goes_and_nothing_else() {
        Consent tpo = Asked.tpo();

        assertThat(Asked.goes(tpo)).isTrue();
        assertThat(Asked.goes("harbor", Purpose.TREAT, NOW, tpo)).isFalse();
        assertThat(Asked.goes("mercy-hospital", Purpose.HLEGAL, NOW, tpo)).isFalse();
        assertThat(Asked.goes(tpo.copy().setStatus(Consent.ConsentState.PROPOSED)))
                .isFalse();
        assertThat(Asked.goes(tpo.copy().setStatus(Consent.ConsentState.ENTEREDINERROR)))
                .isFalse();
    }

    @Test
    void a_court_sees_attendance_until_its_consent_ends() {
        List<PatientConsent> court = List.of(ConsentReader.read(example("jordan-consent-court")));

        assertThat(court(court, NOW)).isInstanceOf(Decision.Redact.class);
        assertThat(court(court, Instant.parse("2027-07-01T11:59:59Z"))).isInstanceOf(Decision.Redact.class);
        assertThat(court(court, Instant.parse("2027-07-01T12:00:00Z"))).isInstanceOf(Decision.Deny.class);
    }

    private static Decision court(List<PatientConsent> consents, Instant at) {
        return Asked.decide(
                ActorKind.COURT_MONITOR,
                "county-court",
                Purpose.HLEGAL,
                RecordKind.ENCOUNTER,
                Label.PART2,
                at,
                consents);
    }

    @Test
    void a_consent_of_no_kind_two_kinds_or_no_law_permits_nothing() {
        Consent none = Asked.tpo();
        none.setCategory(List.of());
        Consent two = Asked.tpo();
        two.addCategory(new CodeableConcept(new Coding(CodeSystems.CONSENT_KIND, "specific-2.31", null)));
        Consent lawless = Asked.tpo();
        lawless.setPolicyRule(null);
        Consent otherLaw = Asked.tpo();
        otherLaw.setPolicyRule(new CodeableConcept(new Coding(CodeSystems.ACT_CODE, "HIPAAAuthCD", null)));
        Consent modified = Asked.tpo();
        modified.addModifierExtension().setUrl("https://example.org/not");

        assertThat(Asked.goes(none)).isFalse();
        assertThat(Asked.goes(two)).isFalse();
        assertThat(Asked.goes(lawless)).isFalse();
        assertThat(Asked.goes(otherLaw)).isFalse();
        assertThat(Asked.goes(modified)).isFalse();
    }

    @Test
    void a_denial_holds_in_a_consent_that_cannot_be_read() {
        Consent denial = Asked.tpo();
        denial.setCategory(List.of()).setPolicyRule(null);
        denial.addModifierExtension().setUrl("https://example.org/not");
        denial.getProvision().setType(Consent.ConsentProvisionType.DENY);

        assertThat(Asked.goes(Asked.tpo())).isTrue();
        assertThat(Asked.goes(Asked.tpo(), denial)).isFalse();
        assertThat(Asked.goes(denial, Asked.tpo())).isFalse();
    }

    @Test
    void the_outer_type_may_be_left_to_the_policy() {
        Consent untyped = Asked.tpo();
        untyped.getProvision().setType(null);
        Consent restriction = untyped.copy();
        restriction.setCategory(
                List.of(new CodeableConcept(new Coding(CodeSystems.CONSENT_KIND, "restriction-request", null))));
        Consent foreign = untyped.copy();
        foreign.setCategory(List.of())
                .setPolicyRule(new CodeableConcept(new Coding(CodeSystems.ACT_CODE, "OPTOUT", null)));

        assertThat(Asked.goes(untyped)).isTrue();
        assertThat(Asked.goes(Asked.tpo(), restriction)).isFalse();
        assertThat(Asked.goes(Asked.tpo(), foreign)).isFalse();
    }

    @Test
    void a_consent_without_provision_or_content_decides_nothing() {
        assertThat(Asked.goes(new Consent())).isFalse();
        assertThat(Asked.goes(Asked.tpo(), new Consent())).isTrue();
        assertThat(Asked.goes(Asked.tpo().setProvision(null))).isFalse();
    }

    @Test
    void the_consent_of_another_patient_decides_nothing() {
        Consent other = Asked.tpo();
        other.getPatient().setReference("Patient/other");
        Consent display = Asked.tpo();
        display.getPatient().setReference(null).setDisplay("jordan-doe");

        assertThat(Asked.goes(other)).isFalse();
        assertThat(Asked.goes(display)).isFalse();
    }
}
