package org.warmhandoff.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.warmhandoff.server.Patients;
import org.warmhandoff.server.TestServer;
import org.warmhandoff.server.command.CommandLineTool;
import org.warmhandoff.server.part2.ActorKind;
import org.warmhandoff.server.part2.Obligation;
import org.warmhandoff.server.part2.Purpose;

/** The ledger as privacy officers, patients and auditors see it. */
class LedgerHttpTest {

    private final TestServer server = TestServer.shared();

    @TempDir
    Path folder;

    private String patient(String family) {
        Patient patient = Patients.named(family);
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(patient);
        HttpResponse<String> answer = server.post("Patient", json);
        assertThat(answer.statusCode()).isEqualTo(201);
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(Patient.class, answer.body())
                .getIdElement()
                .getIdPart();
    }

    private LedgerEntry entry(
            String patient,
            Instant at,
            ActorKind kind,
            String organisation,
            LedgerEntry.Outcome outcome,
            boolean consent) {
        return new LedgerEntry(
                at,
                new LedgerEntry.Recipient(kind, organisation, null),
                Purpose.HPAYMT,
                "search",
                "request-9",
                patient,
                List.of(new LedgerEntry.Item("Encounter/1/_history/1", "ab".repeat(32))),
                outcome,
                new LedgerEntry.Ground(
                        "15",
                        "42 CFR 2.33(b)",
                        "1",
                        "cd".repeat(32),
                        consent ? "c-1" : null,
                        null,
                        consent ? Set.of() : Set.of(Obligation.ACCOUNTING, Obligation.NOTICE)));
    }

    private String accounted() {
        String id = patient("Accounted");
        Instant now = Instant.now();
        Instant fourYears = now.minus(Duration.ofDays(4 * 366));
        server.bean(DisclosureLedger.class)
                .record(List.of(
                        entry(id, now, ActorKind.PAYER, "acme-health", LedgerEntry.Outcome.PERMIT, true),
                        entry(id, now, ActorKind.PAYER, "=beta,\"x\"", LedgerEntry.Outcome.REDACT, true),
                        entry(id, now, ActorKind.PAYER, "beta-health", LedgerEntry.Outcome.DENY, false),
                        entry(id, now, ActorKind.OWN_WORKFORCE, "staff", LedgerEntry.Outcome.PERMIT, true),
                        entry(id, fourYears, ActorKind.PAYER, "old-consent", LedgerEntry.Outcome.PERMIT, true),
                        entry(id, fourYears, ActorKind.PUBLIC_HEALTH, "old-other", LedgerEntry.Outcome.PERMIT, false),
                        entry("other" + id, now, ActorKind.PAYER, "acme-health", LedgerEntry.Outcome.PERMIT, true)));
        return id;
    }

    private static Bundle bundle(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
    }

    private static List<String> recipients(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .map(event -> event.getAgent().get(1).getWho().getIdentifier().getValue())
                .toList();
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    @Test
    void a_patient_is_told_of_disclosures_on_consent_for_three_years_and_of_others_for_six() {
        String id = accounted();

        assertThat(recipients(bundle(server.get("Patient/" + id + "/$disclosure-accounting"))))
                .containsExactlyInAnyOrder("acme-health", "=beta,\"x\"", "old-other");
        assertThat(recipients(bundle(server.get("Patient/" + id + "/$disclosure-accounting?start=2000-01-01&end="
                        + Instant.now().minus(Duration.ofDays(30)).toString().substring(0, 10)))))
                .containsExactlyInAnyOrder("old-consent", "old-other");
        assertThat(server.get("Patient/" + id + "/$disclosure-accounting?start=2026-02-02&end=2026-01-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.get("Patient/" + id + "/$disclosure-accounting?start=2026")
                        .statusCode())
                .isEqualTo(422);
        assertThat(server.get("Patient/none-such/$disclosure-accounting").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_accounting_as_csv_holds_no_formula_and_no_name() {
        String path = "Patient/" + accounted() + "/$disclosure-accounting";

        HttpResponse<String> csv = server.get(path + "?_format=csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body())
                .contains("\"Acme Health\",\"1 Encounter\",\"Payment\",\"42 CFR 2.33(b), consent c-1\"")
                .contains("\"'=beta,\"\"x\"\"\",\"1 Encounter (parts withheld)\"")
                .doesNotContain("Accounted");
        assertThat(server.get(path, "Accept", "text/csv").body()).isEqualTo(csv.body());
    }

    @Test
    void an_accounting_as_pdf_names_patient_and_recipients() throws Exception {
        String path = server.fhirBase() + "/Patient/" + accounted() + "/$disclosure-accounting?_format=pdf";
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(path))
                                .header("Authorization", "Bearer " + server.staffToken())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/pdf");
        try (var pdf = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Accounting of disclosures", "Test Accounted", "Acme Health", "consent c-1");
        }
    }

    @Test
    void audit_events_show_denials_too_page_by_page_and_one_by_one() {
        String id = accounted();

        Bundle all = bundle(server.get("AuditEvent?patient=" + id));
        // Staff was shown the patient as it was written.
        assertThat(recipients(all)).hasSize(7).contains("beta-health");
        // To look at AuditEvents is a disclosure too, so there are more with each page.
        Set<String> paged = new HashSet<>();
        Bundle page = bundle(server.get("AuditEvent?patient=Patient/" + id + "&_count=4"));
        assertThat(page.getEntry()).hasSize(4);
        paged.addAll(ids(page));
        while (page.getLink("next") != null) {
            page = bundle(server.get(page.getLink("next").getUrl()));
            paged.addAll(ids(page));
        }
        assertThat(paged).containsAll(ids(all));
        assertThat(recipients(bundle(server.get("AuditEvent?patient=" + id + "&agent=acme-health&date=gt2025-01-01"))))
                .containsExactly("acme-health");
        String acme = bundle(server.get("Organization?identifier=https://warmhandoff.org/fhir/partner%7Cacme-health"))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
        assertThat(recipients(bundle(server.get("AuditEvent?patient=" + id + "&agent=Organization/" + acme))))
                .containsExactly("acme-health");
        String one = all.getEntryFirstRep().getResource().getIdElement().getIdPart();
        assertThat(server.get("AuditEvent/" + one).statusCode()).isEqualTo(200);
        assertThat(server.get("AuditEvent/ledger-999999999").statusCode()).isEqualTo(404);
        assertThat(server.get("AuditEvent/ledger-99999999999999999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_the_ledger_says_conforms_to_the_guide_and_nobody_may_write_it() {
        String id = accounted();
        AuditEvent event = (AuditEvent) bundle(server.get("AuditEvent?patient=" + id + "&agent=old-other"))
                .getEntryFirstRep()
                .getResource();
        String json = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(event);

        assertThat(server.post("AuditEvent/$validate", json).body()).doesNotContain("\"error\"");
        assertThat(server.post("AuditEvent", json).statusCode()).isEqualTo(405);
        assertThat(server.put("AuditEvent/" + event.getIdElement().getIdPart(), json)
                        .statusCode())
                .isEqualTo(405);
        assertThat(server.delete("AuditEvent/x").statusCode()).isEqualTo(405);
        String transaction = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + json
                + ",\"request\":{\"method\":\"POST\",\"url\":\"AuditEvent\"}}]}";
        assertThat(server.post("", transaction).statusCode()).isBetween(400, 499);
    }

    @Test
    void commands_verify_and_export_beside_the_running_server() throws Exception {
        accounted();
        String[] database = Set.of("url", "username", "password").stream()
                .map(name -> "spring.datasource." + name)
                .map(name -> "--" + name + "=" + server.bean(Environment.class).getProperty(name))
                .toArray(String[]::new);
        Path file = folder.resolve("out.ndjson");
        LedgerReader reader = server.bean(LedgerReader.class);
        long written = reader.find(new LedgerQuery(null, null, null, null, null, false), 10_000, 0)
                .size();

        Awaitility.await().until(() -> {
            assertThat(run(database, "ledger-export", file.toString())).isZero();
            return Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith("{\"entry\""))
                            .count()
                    >= written;
        });
        assertThat(run(database, "verify-ledger")).isZero();
        assertThat(run(new String[0], "verify-ledger", file.toString())).isZero();
        assertThat(run(new String[0], "verify-ledger", file.toString(), "--key", "0000"))
                .isEqualTo(1);
        Files.writeString(file, Files.readString(file).replaceFirst("search", "saerch"));
        assertThat(run(new String[0], "verify-ledger", file.toString())).isEqualTo(1);
        assertThat(run(new String[0], "verify-ledger", "none-such")).isEqualTo(2);
        assertThat(run(new String[0], "ledger-export")).isEqualTo(2);
        assertThat(run(new String[] {"--warmhandoff.data-dir=" + folder}, "verify-ledger"))
                .isEqualTo(1);
    }

    private static int run(String[] properties, String... words) {
        return CommandLineTool.execute(
                LedgerHttpTest.class,
                java.util.stream.Stream.of(words, properties)
                        .flatMap(java.util.Arrays::stream)
                        .toArray(String[]::new));
    }
}
