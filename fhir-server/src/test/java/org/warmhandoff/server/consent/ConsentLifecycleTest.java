package org.warmhandoff.server.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.identity.Caller;
import org.warmhandoff.server.ledger.DisclosureHistory;
import org.warmhandoff.server.ledger.DisclosureHistory.Disclosed;
import org.warmhandoff.server.ledger.DisclosureLedger;
import org.warmhandoff.server.ledger.LedgerEntry;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.ConsentStatus;
import org.warmhandoff.server.part2.PatientConsent;
import org.warmhandoff.server.part2.Purpose;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceStore;

class ConsentLifecycleTest {

    private static final CodeableConcept REASON = new CodeableConcept().setText("Changed mind");
    private static final Disclosed TOLD = new Disclosed(
            Instant.parse("2026-11-20T10:00:00Z"), "mercy", null, "hl7v2", "out-1", List.of("Encounter/1/_history/2"));

    private final TestServer server = TestServer.shared();
    private final SignedConsents consents = new SignedConsents(server);
    private final String patient = consents.patient();

    @Test
    void a_patients_consents_are_read_as_they_are_now() {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));
        PatientConsents reader = server.bean(PatientConsents.class);
        assertThat(reader.of(patient))
                .singleElement()
                .extracting(PatientConsent::id)
                .isEqualTo(tpo);
        assertThat(reader.of(patient).get(0)).isSameAs(reader.of(patient).get(0));
        assertThat(reader.of(consents.patient())).isEmpty();

        revoke(Callers.STAFF, tpo, null);
        String other = consents.post(consents.of("jordan-consent-court", patient, "county-court"));

        assertThat(reader.of(patient)).extracting(PatientConsent::id).containsExactlyInAnyOrder(tpo, other);
        assertThat(reader.of(patient))
                .filteredOn(consent -> consent.id().equals(tpo))
                .singleElement()
                .extracting(PatientConsent::status)
                .isEqualTo(ConsentStatus.INACTIVE);
    }

    @Test
    void a_revocation_is_noted_with_who_and_why_and_says_who_holds_what() {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));

        Parameters answer = revoke(Callers.user("ana"), tpo, null);

        Consent revoked = consents.read(tpo);
        assertThat(revoked.getStatus()).isEqualTo(ConsentState.INACTIVE);
        assertThat(ConsentReader.read(revoked).term().revokedAt()).isBeforeOrEqualTo(Instant.now());
        Provenance record = provenance(tpo);
        assertThat(record.getReason()).extracting(CodeableConcept::getText).contains("Changed mind", "Revoked orally");
        assertThat(record.getAgent())
                .extracting(
                        agent -> agent.getWho().getDisplay() + agent.getWho().getReference())
                .containsExactlyInAnyOrder("ananull", "nullPatient/" + patient);
        assertThat(answer.getParameter().get(1).getPart().get(0).getValue())
                .isInstanceOfSatisfying(Reference.class, holder -> assertThat(holder.getReference())
                        .isEqualTo("Organization/mercy"));
        assertThatThrownBy(() -> revoke(Callers.STAFF, tpo, null)).isInstanceOf(UnprocessableEntityException.class);
    }

    @Test
    void only_staff_revokes_with_a_reason_and_only_what_is_there() {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));

        assertThatThrownBy(() -> revoke(Callers.partner("mercy"), tpo, null))
                .isInstanceOf(ForbiddenOperationException.class);
        assertThatThrownBy(() -> revoke(Callers.STAFF, "nowhere", null)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> operations(Callers.STAFF).revoke(new IdType("Consent", tpo), null, null, null, null))
                .isInstanceOf(UnprocessableEntityException.class);
        assertThat(server.post("Consent/" + tpo + "/$revoke", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(consents.read(tpo).getStatus()).isEqualTo(ConsentState.ACTIVE);
        String reason =
                "{'resourceType':'Parameters','parameter':[{'name':'reason','valueCodeableConcept':{'text':'No more'}}]}";
        assertThat(server.post("Consent/" + tpo + "/$revoke", reason.replace('\'', '"'))
                        .statusCode())
                .isEqualTo(200);
        assertThat(consents.read(tpo).getStatus()).isEqualTo(ConsentState.INACTIVE);
    }

    @Test
    void who_holds_what_is_in_the_ledger() {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));
        LedgerEntry entry = new LedgerEntry(
                Instant.now(),
                new LedgerEntry.Recipient(ActorKind.TREATING_HOSPITAL, "mercy", null),
                Purpose.TREAT,
                "read",
                "request-" + tpo,
                patient,
                List.of(new LedgerEntry.Item("Encounter/7/_history/3", "ab".repeat(32))),
                LedgerEntry.Outcome.PERMIT,
                new LedgerEntry.Ground("15", "42 CFR 2.31", "policy-1", "cd".repeat(32), tpo, null, Set.of()));
        server.bean(DisclosureLedger.class).record(List.of(entry));

        Parameters answer = server.bean(ConsentHolders.class).addTo(new Parameters(), tpo);

        assertThat(answer.getParameter()).singleElement().satisfies(holder -> assertThat(holder.getPart())
                .extracting(part -> part.getName())
                .containsExactly("recipient", "disclosures", "last", "record"));
        assertThat(server.bean(ConsentHolders.class)
                        .addTo(new Parameters(), "another")
                        .getParameter())
                .isEmpty();
    }

    @Test
    void a_consent_to_the_court_is_not_revoked_before_its_date() {
        String court = consents.post(consents.of("jordan-consent-court", patient, "county-court"));

        assertThatThrownBy(() -> revoke(Callers.STAFF, court, null))
                .isInstanceOf(UnprocessableEntityException.class)
                .hasMessageContaining("2027-06-30");
        assertThat(put(court, consent -> consent.setStatus(ConsentState.INACTIVE)))
                .isEqualTo(422);

        revoke(Callers.STAFF, court, new DateTimeType("2027-06-30"));
        assertThat(consents.read(court).getStatus()).isEqualTo(ConsentState.ACTIVE);
        assertThat(ConsentReader.read(consents.read(court)).term().revokedAt()).isEqualTo("2027-06-29T10:00:00Z");
    }

    @Test
    void what_was_signed_does_not_change() {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));

        assertThat(put(tpo, consent -> consent.getProvision()
                        .addActor(consent.getProvision()
                                .getActorFirstRep()
                                .copy()
                                .setReference(Asked.partner("harbor")))))
                .isEqualTo(422);
        assertThat(put(
                        tpo,
                        consent -> consent.getProvision().getPeriod().setEndElement(new DateTimeType("2099-01-01"))))
                .isEqualTo(422);
        assertThat(put(tpo, consent -> consent.setStatus(ConsentState.PROPOSED)))
                .isEqualTo(422);
        assertThat(server.delete("Consent/" + tpo).statusCode()).isEqualTo(422);
        assertThat(put(tpo, consent -> consent.addVerification().setVerified(true)))
                .isEqualTo(200);
        assertThat(ConsentReader.read(consents.read(tpo)).root().recipients()).containsExactly("mercy");
    }

    @Test
    void a_mere_status_revokes_as_of_now_and_is_not_taken_back() {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));

        assertThat(put(tpo, consent -> consent.setStatus(ConsentState.INACTIVE)))
                .isEqualTo(200);
        assertThat(ConsentReader.read(consents.read(tpo)).term().revokedAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now());

        assertThat(put(tpo, consent -> consent.setStatus(ConsentState.ACTIVE))).isEqualTo(422);
        assertThat(put(tpo, consent -> consent.getExtension()
                        .removeIf(extension -> extension.getUrl().equals(TermReader.REVOKED_ON))))
                .isEqualTo(422);
        assertThat(put(tpo, consent -> consent.setStatus(ConsentState.ENTEREDINERROR)))
                .isEqualTo(200);
    }

    @Test
    void one_that_breaks_its_profile_can_be_revoked_all_the_same() {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));
        ResourceStore store = server.bean(ResourceStore.class);
        store.amend(consents.read(tpo).setPerformer(List.of()).setSource(null));
        assertThatThrownBy(() -> store.update(consents.read(tpo))).isInstanceOf(UnprocessableEntityException.class);

        revoke(Callers.STAFF, tpo, null);

        assertThat(consents.read(tpo).getStatus()).isEqualTo(ConsentState.INACTIVE);
    }

    @Test
    void of_many_revocations_at_once_one_counts() throws InterruptedException {
        String tpo = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));
        java.util.concurrent.atomic.AtomicInteger done = new java.util.concurrent.atomic.AtomicInteger();
        List<Thread> threads = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> new Thread(() -> {
                    try {
                        revoke(Callers.STAFF, tpo, null);
                        done.incrementAndGet();
                    } catch (UnprocessableEntityException e) {
                        // The others came later.
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(done).hasValue(1);
        assertThat(consents.read(tpo).getExtensionsByUrl(TermReader.REVOKED_ON)).hasSize(1);
    }

    @Test
    void a_draft_is_free_to_change() {
        Consent draft = consents.of("jordan-consent-tpo", patient, "mercy").setStatus(ConsentState.PROPOSED);
        String id = consents.post(draft);

        assertThat(put(id, consent -> consent.setStatus(ConsentState.ACTIVE)
                        .getProvision()
                        .getActorFirstRep()
                        .setReference(Asked.partner("harbor"))))
                .isEqualTo(200);
    }

    @Test
    void what_is_over_becomes_inactive_and_counts_for_the_time_before() {
        Consent over = consents.of("jordan-consent-tpo", patient, "mercy");
        over.getProvision().getPeriod().setEndElement(new DateTimeType("2026-11-10"));
        String id = consents.post(over);
        String lasting = consents.post(consents.of("jordan-consent-court", patient, "county-court"));
        await().atMost(Duration.ofSeconds(20)).until(() -> noted(id));

        server.bean(ConsentExpiry.class).run();

        assertThat(consents.read(id).getStatus()).isEqualTo(ConsentState.INACTIVE);
        assertThat(consents.read(lasting).getStatus()).isEqualTo(ConsentState.ACTIVE);
        assertThat(ConsentReader.read(consents.read(id)).status()).isEqualTo(ConsentStatus.ACTIVE);
        assertThat(provenance(id).getOccurredDateTimeType().getValue()).isEqualTo("2026-11-11T12:00:00Z");
        await().atMost(Duration.ofSeconds(20)).until(() -> !noted(id));
    }

    @Test
    void the_end_of_treatment_ends_what_it_ends_with_its_day() {
        String treatment = consents.post(consents.of("jordan-consent-tpo", patient, "mercy"));
        String court = consents.post(consents.of("jordan-consent-court", patient, "county-court"));
        Instant before = Instant.now();

        server.bean(ConsentEvents.class).treatmentEnded(patient, "harbor");
        assertThat(consents.read(treatment).getProvision().getPeriod().hasEnd()).isFalse();

        server.bean(ConsentEvents.class).treatmentEnded(patient, "sunrise");
        assertThat(ConsentReader.read(consents.read(treatment)).term().until())
                .isBetween(before, before.plus(Duration.ofHours(37)));
        assertThat(consents.read(court)
                        .getProvision()
                        .getPeriod()
                        .getEndElement()
                        .getValueAsString())
                .isEqualTo("2027-06-30");
    }

    @Test
    void staff_says_when_the_event_was_that_the_server_does_not_see() {
        String court = consents.post(consents.of("jordan-consent-court", patient, "county-court"));

        operations(Callers.STAFF).end(new IdType("Consent", court), new DateTimeType("2026-11-20"), REASON);

        assertThat(consents.read(court).getStatus()).isEqualTo(ConsentState.INACTIVE);
        assertThat(ConsentReader.read(consents.read(court)).term().until()).isEqualTo("2026-11-21T12:00:00Z");
        assertThatThrownBy(() -> operations(Callers.STAFF).end(new IdType("Consent", court), null, REASON))
                .isInstanceOf(UnprocessableEntityException.class);
    }

    private boolean noted(String id) {
        return server.bean(JdbcClient.class)
                        .sql("select count(*) from warmhandoff.consent_end where consent_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private int put(String id, java.util.function.Consumer<Consent> change) {
        Consent consent = consents.read(id);
        change.accept(consent);
        return consents.put(consent).statusCode();
    }

    private Provenance provenance(String consent) {
        return server.bean(ResourceIndex.class).referrers("Consent", consent).stream()
                .filter(id -> id.getResourceType().equals("Provenance"))
                .map(id ->
                        (Provenance) server.bean(ResourceStore.class).read(id).orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    private Parameters revoke(Caller caller, String id, DateTimeType when) {
        return operations(caller).revoke(new IdType("Consent", id), REASON, when, null, new CodeType("oral"));
    }

    private ConsentOperations operations(Caller caller) {
        DisclosureHistory history = (consent, most) -> List.of(TOLD);
        return new ConsentOperations(
                server.bean(ConsentLifecycle.class),
                new ConsentHolders(Callers.provider(DisclosureHistory.class, history)),
                server.bean(ResourceStore.class),
                Callers.workforce(caller),
                Clock.systemUTC());
    }
}
