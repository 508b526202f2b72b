package org.warmhandoff.server.consent;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.warmhandoff.server.Patients;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.storage.ResourceStore;

/** Consents of invented patients on the shared server. */
final class SignedConsents {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final TestServer server;
    private final ResourceStore store;

    SignedConsents(TestServer server) {
        this.server = server;
        this.store = server.bean(ResourceStore.class);
    }

    /** Id of a new patient. */
    String patient() {
        return new IdType(store.create(Patients.named("Consenting"))).getIdPart();
    }

    /** An example of the guide about the patient, to these partners, as a client would post it. */
    Consent of(String example, String patient, String... partners) {
        Consent consent = Asked.example(example);
        consent.setId((String) null);
        consent.getMeta().setLastUpdated(null);
        consent.setPatient(new Reference("Patient/" + patient));
        consent.setPerformer(List.of(new Reference("Patient/" + patient)));
        consent.setOrganization(List.of(Asked.partner("sunrise")));
        consent.setSource(new Attachment().setTitle("Signed form"));
        Consent.provisionActorComponent actor = consent.getProvision().getActorFirstRep();
        consent.getProvision().setActor(new java.util.ArrayList<>());
        for (String partner : partners) {
            consent.getProvision().addActor(actor.copy().setReference(Asked.partner(partner)));
        }
        consent.setDateTimeElement(new org.hl7.fhir.r4.model.DateTimeType("2026-11-01"));
        consent.getProvision().getPeriod().setStart(null);
        return consent;
    }

    /** Id of what was posted. */
    String post(Consent consent) {
        HttpResponse<String> answer = server.post("Consent", json(consent));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        return FHIR.newJsonParser()
                .parseResource(Consent.class, answer.body())
                .getIdElement()
                .getIdPart();
    }

    HttpResponse<String> put(Consent consent) {
        return server.put("Consent/" + consent.getIdElement().getIdPart(), json(consent));
    }

    Consent read(String id) {
        return store.read(Consent.class, id).orElseThrow();
    }

    private static String json(Resource resource) {
        return FHIR.newJsonParser().encodeResourceToString(resource);
    }
}
