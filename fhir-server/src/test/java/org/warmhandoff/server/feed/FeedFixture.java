package org.warmhandoff.server.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.warmhandoff.server.Mllp;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.storage.ResourceIndex;
import org.warmhandoff.server.storage.ResourceStore;

/** Messages about one invented client of Mercy, and what the server holds of it. */
final class FeedFixture {

    static final String ASSIGNER = "https://warmhandoff.org/fhir/assigner/mercy/mercy";
    private static final Duration SOON = Duration.ofSeconds(30);

    final TestServer server = TestServer.shared();
    final String number = UUID.randomUUID().toString().substring(0, 8);
    final String mrn = "MRN" + number;
    private int messages;

    String msh(String type) {
        return "MSH|^~\\&|EPIC|MERCYHOSP|IOPHUB|SUNRISE|20261123083000-0500||" + type + "|FD-" + number + "-"
                + ++messages + "|P|2.5.1\n";
    }

    String pid() {
        return pid(mrn);
    }

    static String pid(String mrn) {
        return "PID|1||" + mrn + "^^^MERCY^MR||Doe^Jordan^Q||19900412|F|||12 Oak Ave^^Springfield^IL^62704\n";
    }

    String adt(String event, String rest) {
        return msh("ADT^" + event) + "EVN|" + event + "|20261123\n" + pid() + rest;
    }

    /** Sends a message that is acknowledged; returns its state once it is applied or given up. */
    String send(String message) {
        assertThat(Mllp.send(server, message)).contains("MSA|AA|");
        return settled(controlId(message));
    }

    static String controlId(String message) {
        return message.lines().findFirst().orElseThrow().split("\\|")[9];
    }

    String settled(String controlId) {
        return await().atMost(SOON)
                .until(
                        () -> server.bean(JdbcClient.class)
                                .sql("select state from warmhandoff.inbox where control_id = ?")
                                .param(controlId)
                                .query(String.class)
                                .single(),
                        state -> !state.equals("received"));
    }

    List<String> patients(String ofMrn) {
        return server.bean(ResourceIndex.class)
                .find("Patient", List.of(new Identifier().setSystem(ASSIGNER).setValue(ofMrn)));
    }

    Patient patient() {
        assertThat(patients(mrn)).hasSize(1);
        return read(Patient.class, patients(mrn).get(0));
    }

    String patientId() {
        return patient().getIdElement().getIdPart();
    }

    <T extends Resource> T read(Class<T> type, String id) {
        return server.bean(ResourceStore.class).read(type, id).orElseThrow();
    }

    <T extends Resource> List<T> of(Class<T> type, String patientId) {
        return server.bean(ResourceStore.class)
                .search(type, new SearchParameterMap().add("patient", new ReferenceParam("Patient/" + patientId)));
    }

    <T extends Resource> T only(Class<T> type) {
        List<T> found = of(type, patientId());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    List<String> work() {
        return of(Task.class, patientId()).stream()
                .map(task -> task.getCode().getCodingFirstRep().getCode())
                .toList();
    }
}
