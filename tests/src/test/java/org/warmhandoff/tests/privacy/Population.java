package org.warmhandoff.tests.privacy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Task;
import org.warmhandoff.tests.harness.Client;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.Patience;
import org.warmhandoff.tests.harness.Push;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.Staff;

/** Clients of two kinds: those that partners know of, and what nobody of {@link TwoWorlds#OUTSIDE} may know of. */
final class Population {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final Client SEEN = Client.unique();

    private Population() {}

    /** One admitted with a consent, one referred without, one of another payer. */
    static void visible(RunningServer server) {
        Task admitted = referred(server, Push.of(SEEN));
        Staff staff = new Staff(server.fhir());
        staff.consentNaming(admitted, "mercy", "acme-health");
        treated(server, admitted);
        Task referred = referred(server, Push.ofSomebody());
        Task ofOthers = referred(server, Push.ofSomebody().insuredWith("PAY02"));
        // Who refers, and where from, is in the directory, which is open.
        referred(server, elsewhere(Client.unique()).insuredWith("PAY02"));
        isMember(server, "acme-health", staff.patient(admitted));
        isMember(server, "acme-health", staff.patient(referred));
        isMember(server, "prairie-mutual", staff.patient(ofOthers));
    }

    /**
     * Clients of a Part 2 programme whom another hospital referred, without a consent: one admitted, one of the name of a client
     * whom everybody knows. Of that client a note of a therapist and a session of a group.
     */
    static void withheld(RunningServer server) {
        Staff staff = new Staff(server.fhir());
        Task admitted = referred(server, elsewhere(Client.unique()));
        treated(server, admitted);
        Task namesake = referred(server, elsewhere(namesake()));
        String known = "Patient/"
                + server.fhir()
                        .search(org.hl7.fhir.r4.model.Patient.class, "identifier=" + SEEN.mrn())
                        .get(0)
                        .getIdElement()
                        .getIdPart();
        server.fhir().create("DocumentReference", note(known));
        server.fhir().create("Group", roster(known, staff.patient(admitted)));
        isMember(server, "acme-health", staff.patient(namesake));
    }

    private static Push elsewhere(Client client) {
        return Push.of(client).from("CERNER", "LAKESIDE");
    }

    private static Client namesake() {
        Map<String, String> words = new HashMap<>(Client.unique().words());
        words.put("family", SEEN.family());
        words.put("given", SEEN.given());
        return new Client(Map.copyOf(words));
    }

    private static Task referred(RunningServer server, Push push) {
        MllpClient.sendOnce(server.mllpPort(), push.text());
        return new Staff(server.fhir()).finds(push.placer(), "delivered");
    }

    private static void treated(RunningServer server, Task task) {
        Staff staff = new Staff(server.fhir());
        staff.takeIn(task);
        staff.summary(task, "Left in good order");
        String episode =
                "EpisodeOfCare/" + staff.activeEpisode(task).getIdElement().getIdPart();
        for (String day : List.of("2026-11-19", "2026-11-20")) {
            Map<String, String> values = Map.of(
                    "episode",
                    episode,
                    "attendance",
                    "present",
                    "status",
                    "finished",
                    "minutes",
                    "60",
                    "start",
                    day + "T15:00:00Z",
                    "end",
                    day + "T16:00:00Z");
            server.fhir().create("Encounter", staff.about(task, "attendance.json", values));
        }
    }

    private static void isMember(RunningServer server, String payer, String patient) {
        Patience.await(patient + " is a member of the payer's Group", Duration.ofSeconds(30))
                .until(() ->
                        server
                                .fhir()
                                .search(Group.class, "identifier=https://warmhandoff.org/fhir/partner|" + payer)
                                .stream()
                                .flatMap(group -> group.getMember().stream())
                                .anyMatch(member ->
                                        member.getEntity().getReference().contains(patient)));
    }

    private static String note(String patient) {
        return """
               {"resourceType":"DocumentReference","status":"current",
                "meta":{"security":[{"system":"%s","code":"PSYTHPN"}]},
                "type":{"coding":[{"system":"http://loinc.org","code":"34904-3"}]},
                "category":[{"coding":[{"system":"http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category","code":"clinical-note"}]}],
                "subject":{"reference":"%s"},
                "content":[{"attachment":{"contentType":"text/plain","title":"note","data":"QQ=="}}]}
               """
                .formatted(ACT_CODE, patient);
    }

    private static String roster(String... patients) {
        String members = String.join(
                ",",
                List.of(patients).stream()
                        .map(patient -> "{\"entity\":{\"reference\":\"" + patient + "\"}}")
                        .toList());
        return "{\"resourceType\":\"Group\",\"type\":\"person\",\"actual\":true,\"name\":\"Evening group\",\"member\":["
                + members + "]}";
    }
}
