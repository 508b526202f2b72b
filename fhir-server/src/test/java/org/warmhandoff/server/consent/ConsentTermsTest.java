package org.warmhandoff.server.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.profiles.CodeSystems;

class ConsentTermsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void an_active_consent_within_its_period_is_in_force() {
        assertThat(ConsentTerms.inForce(consent(), NOW)).isTrue();
    }

    @Test
    void it_ends_with_its_period_its_status_or_its_revocation() {
        Consent over = consent();
        over.getProvision().getPeriod().setEndElement(new DateTimeType("2026-11-20"));
        Consent notYet = consent();
        notYet.getProvision().getPeriod().setStart(Date.from(NOW.plusSeconds(60)));
        Consent proposed = consent().setStatus(ConsentState.PROPOSED);
        Consent revoked = consent();
        revoked.addExtension(
                Canonical.structureDefinition("consent-revoked-on"), new DateTimeType("2026-11-01T00:00:00Z"));
        Consent without = consent().setProvision(null);

        assertThat(ConsentTerms.inForce(over, NOW)).isFalse();
        assertThat(ConsentTerms.inForce(notYet, NOW)).isFalse();
        assertThat(ConsentTerms.inForce(proposed, NOW)).isFalse();
        assertThat(ConsentTerms.inForce(revoked, NOW)).isFalse();
        assertThat(ConsentTerms.inForce(without, NOW)).isFalse();
    }

    @Test
    void a_date_lasts_to_the_end_of_its_day() {
        Consent today = consent();
        today.getProvision().getPeriod().setEndElement(new DateTimeType("2026-11-23"));

        assertThat(ConsentTerms.inForce(today, NOW)).isTrue();
    }

    @Test
    void it_permits_only_whom_it_names() {
        assertThat(ConsentTerms.permits(consent(), "mercy")).isTrue();
        assertThat(ConsentTerms.permits(consent(), "harbor")).isFalse();

        Consent literal = consent();
        literal.getProvision().getActorFirstRep().setReference(new Reference("Organization/harbor"));
        assertThat(ConsentTerms.permits(literal, "harbor")).isTrue();
        assertThat(ConsentTerms.permits(literal, "mercy")).isFalse();
    }

    @Test
    void a_denial_wins_at_the_root_and_nested() {
        Consent denial = consent();
        denial.getProvision().setType(ConsentProvisionType.DENY);
        assertThat(ConsentTerms.permits(denial, "mercy")).isFalse();
        assertThat(ConsentTerms.denies(denial, "mercy")).isTrue();

        Consent nested = consent();
        Consent.ProvisionComponent exception =
                nested.getProvision().addProvision().setType(ConsentProvisionType.DENY);
        exception.addActor().setReference(partner("mercy"));
        assertThat(ConsentTerms.permits(nested, "mercy")).isFalse();
    }

    @Test
    void its_kind_is_the_one_of_our_code_system() {
        Consent consent = consent();
        assertThat(ConsentTerms.isOfKind(consent, ConsentTerms.CRIMINAL_JUSTICE))
                .isFalse();

        consent.addCategory(
                new CodeableConcept(new Coding(CodeSystems.CONSENT_KIND, ConsentTerms.CRIMINAL_JUSTICE, null)));
        assertThat(ConsentTerms.isOfKind(consent, ConsentTerms.CRIMINAL_JUSTICE))
                .isTrue();
    }

    private static Consent consent() {
        Consent consent = new Consent().setStatus(ConsentState.ACTIVE);
        consent.getProvision().setType(ConsentProvisionType.PERMIT);
        consent.getProvision().getPeriod().setStart(Date.from(NOW.minusSeconds(3600)));
        consent.getProvision().addActor().setReference(partner("mercy"));
        return consent;
    }

    private static Reference partner(String id) {
        Reference reference = new Reference();
        reference.getIdentifier().setSystem(Canonical.PARTNER).setValue(id);
        return reference;
    }
}
