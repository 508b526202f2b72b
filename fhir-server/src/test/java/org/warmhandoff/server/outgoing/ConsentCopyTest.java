package org.warmhandoff.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.warmhandoff.profiles.Canonical;

class ConsentCopyTest {

    private final Consent consent = new Consent();

    ConsentCopyTest() {
        consent.setId("Consent/c1/_history/2");
        consent.setSource(new Attachment().setData(new byte[] {1}));
        name(consent.getProvision(), "mercy");
        name(consent.getProvision(), "acme-health");
        name(consent.getProvision().addProvision().setType(ConsentProvisionType.DENY), "acme-health");
        consent.getProvision().addProvision().setType(ConsentProvisionType.DENY);
    }

    private static void name(ProvisionComponent provision, String partner) {
        Identifier identifier = new Identifier().setSystem(Canonical.PARTNER).setValue(partner);
        provision.addActor().setReference(new Reference().setIdentifier(identifier));
    }

    @Test
    void whom_else_it_names_and_the_signed_form_stay_here() {
        Consent copy = ConsentCopy.of(consent, "mercy").orElseThrow();

        assertThat(copy.getIdElement().getIdPart()).isEqualTo("c1");
        assertThat(copy.hasSource()).isFalse();
        assertThat(copy.getProvision().getActor())
                .extracting(actor -> actor.getReference().getIdentifier().getValue())
                .containsExactly("mercy");
        assertThat(copy.getProvision().getProvision()).singleElement().matches(inner -> !inner.hasActor());
    }

    @Test
    void the_consent_itself_stays_as_it_is() {
        ConsentCopy.of(consent, "mercy");

        assertThat(consent.getProvision().getActor()).hasSize(2);
        assertThat(consent.hasSource()).isTrue();
    }

    @Test
    void who_is_named_by_a_literal_reference_gets_one_and_who_is_not_named_none() {
        consent.getProvision().addActor().setReference(new Reference("Organization/harbor"));

        assertThat(ConsentCopy.of(consent, "harbor")).isPresent();
        assertThat(ConsentCopy.of(consent, "valley")).isEmpty();
        assertThat(ConsentCopy.of(new Consent(), "mercy")).isEmpty();
    }
}
