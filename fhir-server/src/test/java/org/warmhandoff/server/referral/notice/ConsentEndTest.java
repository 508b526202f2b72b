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
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.profiles.BusinessStatus;
import org.warmhandoff.profiles.Canonical;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.referral.HospitalReferral;
import org.warmhandoff.server.referral.ReferralMove;
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

    @Test
    void the_end_of_the_last_stay_at_a_programme_is_the_end_of_treatment() {
        referral.send(referral.message("I12"));
        HospitalReferral other = new HospitalReferral();
        other.send(other.message("I12"));
        String patient = referral.row().ids().patient();
        jdbc.sql("update warmhandoff.referral set patient_id = ?, state = 'admitted' where task_id = ?")
                .param(patient)
                .param(other.row().ids().task())
                .update();
        String consent = store.create(draft(patient));
        TreatmentEnd listener = TestServer.shared().bean(TreatmentEnd.class);

        store.amend(active(consent));
        listener.moved(move(BusinessStatus.CLOSED_LEFT));
        assertThat(end(consent)).as("still admitted elsewhere here").isNull();

        jdbc.sql("update warmhandoff.referral set state = 'closed-completed' where task_id = ?")
                .param(other.row().ids().task())
                .update();
        listener.moved(move(BusinessStatus.DISCHARGE_PENDING));
        assertThat(end(consent)).as("not ended yet").isNull();
        listener.moved(move(BusinessStatus.CLOSED_LEFT));
        assertThat(end(consent)).isNotNull();
    }

    private Consent active(String reference) {
        Consent consent = store.read(Consent.class, reference).orElseThrow();
        consent.addExtension(
                Canonical.structureDefinition("consent-expiration-event"),
                new CodeableConcept(
                        new Coding(Canonical.codeSystem("consent-expiration-event"), "end-of-treatment", null)));
        return consent.setStatus(ConsentState.ACTIVE);
    }

    private String end(String consent) {
        return store.read(Consent.class, consent)
                .orElseThrow()
                .getProvision()
                .getPeriod()
                .getEndElement()
                .getValueAsString();
    }

    private ReferralMove move(BusinessStatus to) {
        return new ReferralMove(referral.row(), null, null, to, new Task(), new ServiceRequest());
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
        consent.setOrganization(List.of(new Reference()
                .setIdentifier(new org.hl7.fhir.r4.model.Identifier()
                        .setSystem(Canonical.PARTNER)
                        .setValue("sunrise"))));
        return consent;
    }
}
