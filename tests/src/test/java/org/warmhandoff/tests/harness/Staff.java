package org.warmhandoff.tests.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** People of the hosted programme at their work, over the FHIR API. */
public record Staff(FhirClient fhir) {

    private static final String OWN_TASKS = "https://warmhandoff.org/fhir/CodeSystem/task-code";

    /** The referral Tasks with that referral number. */
    public List<Task> tasks(String placer) {
        return fhir.search(Task.class, "identifier=" + placer);
    }

    /** Work that the server gave to staff about a client, such as to get a consent. */
    public List<Task> raisedFor(String patient) {
        return fhir.search(Task.class, "patient=" + patient).stream()
                .filter(task ->
                        task.getCode().getCoding().stream().anyMatch(code -> OWN_TASKS.equals(code.getSystem())))
                .toList();
    }

    /** Waits until the referral is there, in that state. */
    public Task finds(String placer, String state) {
        return Patience.await("referral " + placer + " is " + state)
                .until(
                        () -> tasks(placer),
                        tasks -> tasks.size() == 1 && state(tasks.get(0)).equals(state))
                .get(0);
    }

    public static String state(Task task) {
        return task.getBusinessStatus().getCodingFirstRep().getCode();
    }

    public FhirResponse transition(Task task, Parameters parameters, String... headers) {
        String body =
                ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(parameters);
        return fhir.post("Task/" + task.getIdElement().getIdPart() + "/$transition", body, headers);
    }

    /** Moves a referral; the move has to succeed. */
    public Task move(Task task, String event) {
        return move(task, event(event));
    }

    public Task move(Task task, Parameters parameters) {
        return transition(task, parameters).expect(200).as(Task.class);
    }

    public static Parameters event(String code) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("event").setValue(new CodeType(code));
        return parameters;
    }

    public static Parameters event(String code, String reason) {
        Parameters parameters = event(code);
        parameters.addParameter().setName("reason").setValue(new CodeableConcept().setText(reason));
        return parameters;
    }

    public Task scheduleIntake(Task task) {
        String appointment = fhir.create("Appointment", about(task, "appointment.json"));
        return move(task, output(event("schedule-intake"), "intake-appointment", appointment));
    }

    public Task admit(Task task) {
        String assessment = fhir.create("Observation", about(task, "asam.json"));
        String consent = fhir.create("Consent", about(task, "consent-treatment.json"));
        Parameters admit = output(event("admit"), "assessment", assessment);
        return move(task, output(admit, "treatment-consent", consent));
    }

    /** The programme is finished; the summary is a Composition or DocumentReference. */
    public Task complete(Task discharged, String summary) {
        return move(discharged, output(event("complete", "completed"), "discharge-summary", summary));
    }

    /** From delivered to admitted. */
    public Task takeIn(Task delivered) {
        Task accepted = move(move(delivered, "claim"), "accept");
        return admit(scheduleIntake(accepted));
    }

    /** The client signs that these partners may know, for treatment and payment (42 CFR 2.33). */
    public String consentNaming(Task task, String partner, String otherPartner) {
        Map<String, String> actors = Map.of("recipient", partner, "payer", otherPartner);
        return fhir.create("Consent", about(task, "consent-tpo.json", actors));
    }

    /** The client signs that the court may know (42 CFR 2.35). */
    public String consentForCourt(Task task, String court) {
        return fhir.create("Consent", about(task, "consent-court.json", Map.of("recipient", court)));
    }

    public String patient(Task task) {
        return task.getFor().getReferenceElement().toUnqualifiedVersionless().getValue();
    }

    public EpisodeOfCare activeEpisode(Task task) {
        List<EpisodeOfCare> episodes = fhir.search(EpisodeOfCare.class, "patient=" + patient(task) + "&status=active");
        return episodes.get(0);
    }

    public String about(Task task, String fixture) {
        return about(task, fixture, Map.of());
    }

    public String about(Task task, String fixture, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("patient", patient(task));
        values.put(
                "request",
                task.getFocus().getReferenceElement().toUnqualifiedVersionless().getValue());
        return Fixture.of(fixture).with(values).text();
    }

    private static Parameters output(Parameters parameters, String type, String reference) {
        Parameters.ParametersParameterComponent output =
                parameters.addParameter().setName("output");
        output.addPart().setName("type").setValue(new CodeType(type));
        output.addPart().setName("value").setValue(new Reference(reference));
        return parameters;
    }
}
