package org.warmhandoff.tests.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.warmhandoff.tests.bench.Load.Sender;
import org.warmhandoff.tests.harness.Client;
import org.warmhandoff.tests.harness.FhirClient;
import org.warmhandoff.tests.harness.FhirPeer;
import org.warmhandoff.tests.harness.MllpClient;
import org.warmhandoff.tests.harness.PartnerEntries;
import org.warmhandoff.tests.harness.RunningServer;
import org.warmhandoff.tests.harness.ServerSetup;

/** Measures one server from its first start on; asserts nothing but that every answer is a good one. */
@Tag("bench")
class ServerBench {

    private final BenchSettings settings = BenchSettings.ofSystemProperties();
    private final Results results = new Results(settings);

    @Test
    void measure() {
        try (FhirPeer harbor = new FhirPeer();
                Passage passage = new Passage();
                RunningServer server = starts(setup(harbor, passage))) {
            Backlog backlog = new Backlog(server.database());
            Load load = new Load(server, settings, () -> {});
            results.loadTable();
            List<ValidationCost> ofOne = ValidationCost.reading(server, "resource");
            single(load, server.fhir());
            ofOne.forEach(cost -> results.note(cost.since()));
            List<ValidationCost> ofMany = ValidationCost.reading(server, "bundle", "stored");
            transactions(load.untilQuiet(backlog::await), server.fhir());
            ofMany.forEach(cost -> results.note(cost.since()));
            messages(load, backlog);
            passage.latencies(load, results);
            passage.rates(load, results, backlog);
            worklist(load, server.fhir());
        }
    }

    private ServerSetup setup(FhirPeer harbor, Passage passage) {
        PartnerEntries partners = PartnerEntries.none()
                .with(PartnerEntries.silentHospital("mercy", "EPIC", "MERCYHOSP"))
                .with(PartnerEntries.rehab("harbor", harbor.address()))
                .with(PartnerEntries.programme("sunrise"))
                .with(PartnerEntries.payer("acme-health", "PAY01"));
        return ServerSetup.fresh("bench", passage.addTo(partners).yaml()).launchedBy(settings.launcher());
    }

    private RunningServer starts(ServerSetup setup) {
        results.startTable();
        long first = System.nanoTime();
        RunningServer server = RunningServer.start(setup);
        addStart("first", first, server);
        server.kill();
        long later = System.nanoTime();
        server.restart();
        addStart("later", later, server);
        return server;
    }

    private void addStart(String what, long start, RunningServer server) {
        double seconds = (System.nanoTime() - start) / 1e9;
        results.addStart(
                what,
                seconds,
                Cpu.of(server),
                ProcStat.residentMebibytes(server.process().pid()));
    }

    private void single(Load load, FhirClient fhir) {
        String patient = patient();
        String reference = fhir.create("Patient", patient);
        results.add(load.run(
                "GET Patient/[id]", List.of(timed(() -> fhir.get(reference).expect(200)))));
        results.add(load.run("POST Patient", List.of(timed(() -> fhir.post("Patient", patient)
                .expect(201)))));
    }

    private void transactions(Load load, FhirClient fhir) {
        Template referral = Template.referralTransaction("harbor");
        results.add(
                load.run("transaction of 12 entries, no referral", List.of(post(fhir, referral.withoutReferral()))));
        results.add(load.run("transaction of 12 entries, referral", List.of(post(fhir, referral))));
    }

    private void messages(Load load, Backlog backlog) {
        Template message = Template.referralMessage();
        backlog.heldDuring(() -> {
            results.add(mllp(load, message, 1));
            results.add(mllp(load, message, 8));
        });
        Cpu before = Cpu.of(load.server());
        long applied = backlog.applied();
        Duration took = backlog.workFor(Duration.ofSeconds(settings.seconds()));
        Cpu cpu = Cpu.of(load.server()).since(before);
        results.add(Measured.unattended("REF^I12 applied", backlog.applied() - applied, took, cpu));
        backlog.drop();
    }

    private static Measured mllp(Load load, Template message, int connections) {
        List<MllpClient> clients = Stream.generate(
                        () -> new MllpClient(load.server().mllpPort()))
                .limit(connections)
                .toList();
        try {
            return load.run(
                    "REF^I12 stored and acknowledged, connections: " + connections,
                    clients.stream().map(client -> send(client, message)).toList());
        } finally {
            clients.forEach(MllpClient::close);
        }
    }

    private void worklist(Load load, FhirClient fhir) {
        new Worklist(fhir, fhir.create("Patient", patient())).fill(settings.tasks());
        results.add(
                load.run("worklist, 20 of " + settings.tasks() + " Tasks", List.of(timed(() -> fhir.get(Worklist.SEARCH)
                        .expect(200)))));
    }

    private static Sender timed(Runnable request) {
        return () -> {
            long start = System.nanoTime();
            request.run();
            return System.nanoTime() - start;
        };
    }

    private static Sender post(FhirClient fhir, Template template) {
        return () -> {
            String body = template.next();
            return timed(() -> fhir.post("", body).expect(200)).send();
        };
    }

    private static Sender send(MllpClient client, Template template) {
        return () -> {
            String message = template.next();
            return timed(() -> accepted(client.send(message).acknowledgement())).send();
        };
    }

    private static void accepted(String acknowledgement) {
        if (!acknowledgement.equals("AA")) {
            throw new AssertionError("Answered " + acknowledgement);
        }
    }

    private static String patient() {
        Client client = Client.unique();
        return """
                {"resourceType": "Patient", "active": true, "gender": "female", "birthDate": "1990-04-12",
                "identifier": [{"type": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR"}]},
                "system": "https://bench.example/mrn", "value": "%s"}],
                "name": [{"family": "%s", "given": ["%s"]}], "telecom": [{"system": "phone", "value": "217-555-0100"}],
                "address": [{"line": ["1 Main St"], "city": "Springfield", "state": "IL", "postalCode": "62704"}]}"""
                .formatted(client.mrn(), client.family(), client.given());
    }
}
