package org.warmhandoff.tests.harness;

import org.hl7.fhir.r4.model.Task;

/** A referral as a Gravity client sends it: Patient, Condition and ServiceRequest by POSTs of their own, then the Task. */
public record GravityPush(FhirClient fhir, Client client, String number, String request, String patient) {

    private static final String PARTNER =
            "\"identifier\":{\"system\":\"https://warmhandoff.org/fhir/partner\",\"value\":\"%s\"}";

    /** Posts all but the Task. */
    public static GravityPush prepare(FhirClient fhir, String requester, String owner) {
        Client client = Client.unique();
        String number = "SDOH-" + client.mrn();
        String patient = fhir.create(
                "Patient",
                """
                {"resourceType":"Patient","identifier":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v2-0203","code":"MR"}]},"system":"https://%s.example/mrn","value":"%s"}],
                 "name":[{"family":"%s","given":["%s"]}],"gender":"female","birthDate":"1990-04-12"}"""
                        .formatted(requester, client.mrn(), client.family(), client.given()));
        String condition = fhir.create(
                "Condition",
                """
                {"resourceType":"Condition","subject":{"reference":"%s"},
                 "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                 "code":{"text":"%s"}}"""
                        .formatted(patient, client.words().get("diagnosis")));
        String request = fhir.create(
                "ServiceRequest",
                """
                {"resourceType":"ServiceRequest","identifier":[{"system":"https://%s.example/order","value":"%s"}],
                 "status":"active","intent":"order","code":{"text":"Intensive outpatient treatment"},
                 "subject":{"reference":"%s"},"requester":{%s},"performer":[{%s}],
                 "reasonReference":[{"reference":"%s"}]}"""
                        .formatted(
                                requester,
                                number,
                                patient,
                                PARTNER.formatted(requester),
                                PARTNER.formatted(owner),
                                condition));
        return new GravityPush(fhir, client, number, request, patient);
    }

    public FhirResponse postTask(String requester, String owner) {
        return fhir.post(
                "Task",
                """
                {"resourceType":"Task","status":"requested","intent":"order",
                 "code":{"coding":[{"system":"http://hl7.org/fhir/CodeSystem/task-code","code":"fulfill"}]},
                 "focus":{"reference":"%s"},"for":{"reference":"%s"},"authoredOn":"2026-01-02T10:00:00Z",
                 "requester":{%s},"owner":{%s}}"""
                        .formatted(request, patient, PARTNER.formatted(requester), PARTNER.formatted(owner)),
                "Prefer",
                "return=representation");
    }

    /** Writes the Task back with another status, as a client does that knows nothing else of us. */
    public static FhirResponse put(FhirClient fhir, Task read, Task.TaskStatus status, String reason) {
        Task task = read.copy().setStatus(status);
        if (!reason.isEmpty()) {
            task.getStatusReason().setText(reason);
        }
        return fhir.send(
                "PUT",
                "Task/" + read.getIdElement().getIdPart(),
                ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task),
                "Prefer",
                "return=representation");
    }
}
