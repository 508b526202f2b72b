package org.warmhandoff.server.referral.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.referral.HospitalReferral;
import org.warmhandoff.server.storage.ResourceStore;

class ConsentEndTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PUT_OFF =
            "update warmhandoff.delivery set due_at = now() + interval '1 day' where task_id = ? and state = 'ready'";
    private static final String PUT_OFF_STILL =
            """
            select count(*) from warmhandoff.delivery
             where task_id = ? and state = 'ready' and due_at > now() + interval '2 hours'""";

    private final HospitalReferral referral = new HospitalReferral();
    private final JdbcClient jdbc = TestServer.shared().bean(JdbcClient.class);
    private final ResourceStore store = TestServer.shared().bean(ResourceStore.class);

    @Test
    void what_waits_for_its_next_attempt_is_asked_again_when_a_consent_ends() {
        referral.send(referral.message("I12"));
        String task = referral.row().ids().task();
        Consent consent = draft(referral.row().ids().patient());
        consent.setId(new IdType(store.create(consent)));
        await().atMost(SOON).until(() -> jdbc.sql(PUT_OFF).param(task).update() > 0);
        assertThat(putOff(task)).isPositive();

        store.update(consent.setStatus(ConsentState.INACTIVE));

        await().atMost(SOON).until(() -> putOff(task) == 0);
    }

    private long putOff(String task) {
        return jdbc.sql(PUT_OFF_STILL).param(task).query(Long.class).single();
    }

    private static Consent draft(String patient) {
        Consent consent = new Consent().setStatus(ConsentState.PROPOSED);
        consent.setScope(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", null)));
        consent.addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", null)));
        consent.setPatient(new Reference("Patient/" + patient)).setDateTime(new Date());
        consent.setPolicyRule(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "42CFRPart2CD", null)));
        consent.setOrganization(List.of(
                new Reference().setIdentifier(new org.hl7.fhir.r4.model.Identifier().setSystem(Canonical.PARTNER).setValue("sunrise"))));
        return consent;
    }
}
