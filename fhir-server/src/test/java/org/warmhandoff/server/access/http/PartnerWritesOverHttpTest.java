package org.warmhandoff.server.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.warmhandoff.server.access.http.ScopedServer.As;

class PartnerWritesOverHttpTest {

    private static ScopedServer server;
    private static As mercy;

    @BeforeAll
    static void believe() {
        server = new ScopedServer();
        mercy = server.as("mercy", "system/*.cruds");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_partner_brings_facts_of_care_and_nothing_about_who_is_who() {
        assertThat(mercy.post(Records.patient("Brought")).statusCode()).isEqualTo(201);
        List<Resource> others = List.of(
                new Organization().setName("Mercy again").setActive(true),
                new Group().setActual(true).setType(Group.GroupType.PERSON),
                new Provenance(),
                new Bundle().setType(BundleType.COLLECTION));
        for (Resource other : others) {
            String body = ScopedServer.json(other);
            assertThat(mercy.send("POST", other.fhirType(), body).statusCode())
                    .as(other.fhirType())
                    .isIn(400, 403, 422);
            Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
            bundle.addEntry()
                    .setResource(other)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(other.fhirType());
            assertThat(mercy.post(bundle).statusCode()).as(other.fhirType()).isIn(400, 403, 422);
        }
        assertThat(server.staff().found("Organization?name=Mercy+again")).isEmpty();
        String mine = "{\"resourceType\":\"Organization\",\"id\":\"mercy\",\"name\":\"Taken\",\"active\":true}";
        assertThat(mercy.send("PUT", "Organization/mercy", mine).statusCode()).isEqualTo(403);
        assertThat(mercy.send("DELETE", "Organization/mercy", "").statusCode()).isEqualTo(403);
        assertThat(mercy.send("PATCH", "Organization/mercy", "[]", "Content-Type", "application/json-patch+json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.staff().get("Organization/mercy").body()).doesNotContain("Taken");
    }

    @Test
    void a_partner_changes_what_it_wrote_and_nothing_else() {
        Patient patient = Records.patient("Author");
        HttpResponse<String> created = mercy.post(patient);
        String own = reference(created);
        patient.setId(own);
        patient.getNameFirstRep().setFamily("Changed");
        assertThat(mercy.put(patient).statusCode()).isEqualTo(200);

        Patient staffs = Records.patient("Staff");
        String foreign = server.create(staffs);
        staffs.setId(foreign);
        staffs.getNameFirstRep().setFamily("Taken");
        assertThat(mercy.put(staffs).statusCode()).isIn(403, 404);
        assertThat(server.as("valley", "system/*.cruds").put(patient).statusCode())
                .isIn(403, 404);
        assertThat(server.staff().get(foreign).body()).doesNotContain("Taken");
    }

    @Test
    void what_comes_in_a_transaction_is_stored_and_found() {
        String family = "Stored" + ScopedServer.unique();
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(Records.patient(family))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Patient");
        assertThat(mercy.post(bundle).statusCode()).isEqualTo(200);

        assertThat(server.staff().found("Patient?family=" + family)).hasSize(1);
        String found = server.staff().found("Patient?family=" + family).get(0);
        assertThat(server.staff().get(found).body()).contains(family);
        assertThat(mercy.get(found).body()).contains(family);
    }

    @Test
    void tags_and_sources_are_not_the_partners_to_set_by_any_road() {
        Patient patient = Records.patient("Marked" + ScopedServer.unique());
        patient.getMeta().addTag(new Coding("urn:tag", "trusted", null)).setSource("urn:staff");
        List<String> written = new ArrayList<>();
        written.add(reference(mercy.post(patient)));
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(patient)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Patient");
        written.add(new IdType(ScopedServer.bundle(mercy.post(bundle))
                        .getEntryFirstRep()
                        .getResponse()
                        .getLocation())
                .toUnqualifiedVersionless()
                .getValue());
        patient.setId(written.get(0));
        patient.getNameFirstRep().addGiven("Again");
        assertThat(mercy.put(patient).statusCode()).isEqualTo(200);
        String patch =
                "[{\"op\":\"add\",\"path\":\"/meta/tag\",\"value\":[{\"system\":\"urn:tag\",\"code\":\"trusted\"}]}]";
        mercy.send("PATCH", written.get(1), patch, "Content-Type", "application/json-patch+json");
        for (String reference : written) {
            assertThat(server.staff().get(reference).body())
                    .as(reference + written)
                    .contains("Marked")
                    .doesNotContain("urn:tag")
                    .doesNotContain("urn:staff");
        }
    }

    @Test
    void a_partner_states_only_consents_that_it_keeps_itself() {
        String patient = reference(mercy.post(Records.patient("Consents")));
        assertThat(mercy.post(Records.consent(patient, "mercy")).statusCode()).isEqualTo(201);
        assertThat(mercy.post(Records.consent(patient, "sunrise")).statusCode()).isEqualTo(403);
        assertThat(mercy.post(Records.consent(patient, "valley")).statusCode()).isEqualTo(403);
        assertThat(server.staff().post(Records.consent(patient, "sunrise")).statusCode())
                .isEqualTo(201);
        for (String other : List.of("acme-health", "county-court")) {
            As partner = server.as(other, "system/*.cruds");
            String theirs = reference(partner.post(Records.patient("Consents")));
            assertThat(partner.post(Records.consent(theirs, other)).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    void what_only_staff_does_a_partner_cannot_ask_for() {
        String patient = reference(mercy.post(Records.patient("Asks")));
        for (String operation : List.of(
                patient + "/$disclosure-accounting",
                patient + "/$relabel",
                "Consent/1/$revoke",
                "Consent/$evaluate",
                "ServiceRequest/1/$court-report")) {
            String body = "{\"resourceType\":\"Parameters\"}";
            assertThat(mercy.send("POST", operation, body).statusCode())
                    .as(operation)
                    .isEqualTo(403);
        }
    }

    @Test
    void nobody_writes_what_was_audited() {
        AuditEvent event = new AuditEvent();
        assertThat(mercy.post(event).statusCode()).isIn(403, 405, 422);
        assertThat(mercy.send("POST", "Basic", ScopedServer.json(new Basic())).statusCode())
                .isIn(403, 404);
    }

    @Test
    void an_observation_of_ones_own_patient_is_welcome() {
        String patient = reference(mercy.post(Records.patient("Seen")));
        Observation seen = Records.observation(patient, "vital-signs", ScopedServer.unique());
        assertThat(mercy.post(seen).statusCode()).isEqualTo(201);
    }

    private static String reference(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return new IdType(created.headers().firstValue("Location").orElseThrow())
                .toUnqualifiedVersionless()
                .getValue();
    }
}
