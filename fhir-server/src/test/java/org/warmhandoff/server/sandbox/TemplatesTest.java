package org.warmhandoff.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the partners say is fit for use: valid FHIR, true to the invariants of the guide. */
class TemplatesTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Path INVARIANTS = Path.of("../../shared/data/invariants/inv.tsv");
    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("patient", "Patient/1"),
            Map.entry("request", "ServiceRequest/1"),
            Map.entry("episode", "EpisodeOfCare/1"),
            Map.entry("therapist", "Practitioner/1"),
            Map.entry("psychiatrist", "Practitioner/2"),
            Map.entry("encounter", "Encounter/1"),
            Map.entry("group", "Group/1"),
            Map.entry("recipient", "mercy"),
            Map.entry("hub", "http://127.0.0.1:8080/fhir"),
            Map.entry("harbor", "http://127.0.0.1:9001/fhir"),
            Map.entry("session", "6f0b3f6c-51b1-4a52-9a53-6f2f5d1c0001"),
            Map.entry("kind", "group-process"),
            Map.entry("start", "2026-11-23T09:00:00Z"),
            Map.entry("end", "2026-11-23T10:00:00Z"),
            Map.entry("attendance", "present"),
            Map.entry("status", "finished"),
            Map.entry("minutes", "60"),
            Map.entry("dimensions", dimensions()),
            Map.entry("members", "{\"entity\":{\"reference\":\"Patient/1\"}}"));

    private final Referral referral = new Referral(Run.at(Instant.parse("2026-11-23T08:30:00Z")), Person.JORDAN, "A");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "appointment.json",
                "asam.json",
                "care-plan.json",
                "consent-court.json",
                "consent-tpo.json",
                "consent-treatment.json",
                "court-order.json",
                "drug-test.json",
                "group.json",
                "individual.json",
                "medication.json",
                "practitioners.json",
                "step-down-message.json"
            })
    void is_a_FHIR_resource_and_nothing_but(String name) {
        assertThat(parse(text(name)).fhirType()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"group-session.json", "attendance.json"})
    void is_an_entry_of_a_transaction(String name) {
        Bundle bundle = (Bundle) parse(transaction(name));
        assertThat(bundle.getEntryFirstRep().getRequest().getUrl()).isEqualTo("Encounter");
    }

    @Test
    void every_reference_inside_a_bundle_leads_to_an_entry() {
        for (String name : List.of("step-down-message.json", "court-order.json", "care-plan.json", "drug-test.json")) {
            String text = text(name);
            Bundle bundle = (Bundle) parse(text);
            List<String> urls = bundle.getEntry().stream()
                    .map(BundleEntryComponent::getFullUrl)
                    .toList();
            assertThat(text.split("\"reference\": \"urn:")).as(name).hasSizeGreaterThan(1);
            Stream.of(text.split("\"reference\": \""))
                    .skip(1)
                    .map(rest -> rest.substring(0, rest.indexOf('"')))
                    .filter(reference -> reference.startsWith("urn:"))
                    .forEach(reference -> assertThat(urls).as(name).contains(reference));
        }
    }

    @Test
    void the_messages_obey_the_invariants_of_the_guide() throws Exception {
        Assumptions.assumeTrue(Files.exists(INVARIANTS), "no ../shared beside the repository");
        List<String[]> rules = Files.readAllLines(INVARIANTS).stream()
                .map(line -> line.split("\t"))
                .filter(rule -> rule.length == 3)
                .toList();
        int checked = 0;
        for (IBaseResource resource : resources()) {
            for (String[] rule : rules) {
                if (rule[1].equals(resource.fhirType()) && applies(rule[0], resource)) {
                    String path = rule[2].replace("https://iop.example/fhir", "https://warmhandoff.org/fhir");
                    assertThat(holds(resource, path))
                            .as(rule[0] + " on " + resource.fhirType())
                            .isTrue();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(40);
    }

    @Test
    void a_hole_without_a_value_is_noticed() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Template.named("group-member.json").text()))
                .hasMessage("group-member.json has no value for patient");
    }

    @Test
    void the_hospital_sends_carriage_returns_and_its_own_numbers() {
        String message = HospitalChapter.referral(referral, "SUNRISE", "PAY01", "Acme Health");
        V2Message sent = new V2Message(message);
        assertThat(message).doesNotContain("\n").endsWith("\r");
        assertThat(sent.value("RF1", 6)).isEqualTo(referral.placer());
        assertThat(sent.controlId()).isEqualTo(referral.controlId());
        assertThat(sent.value("MSH", 6)).isEqualTo("SUNRISE");
        assertThat(sent.field("IN1", 36)).startsWith("W-");
        assertThat(sent.value("PV1", 19)).isEqualTo("V-" + referral.placer());
    }

    private Stream<IBaseResource> every() {
        Stream<String> single = Stream.of("asam.json", "consent-tpo.json", "individual.json", "medication.json");
        Stream<String> bundles = Stream.of(
                text("court-order.json"),
                text("step-down-message.json"),
                text("care-plan.json"),
                text("drug-test.json"),
                transaction("group-session.json"),
                transaction("attendance.json"));
        return Stream.concat(
                single.map(name -> parse(text(name))),
                bundles.flatMap(text -> ((Bundle) parse(text)).getEntry().stream())
                        .map(BundleEntryComponent::getResource));
    }

    private List<IBaseResource> resources() {
        return every().toList();
    }

    /** Which of a type's rules a resource is under: there are several profiles on Observation and Encounter. */
    private boolean applies(String key, IBaseResource resource) {
        String text = FHIR.newJsonParser().encodeResourceToString(resource);
        boolean groupSession = text.contains("\"Group/1\"");
        if (key.startsWith("iop-asam")) {
            return text.contains("asam-level");
        }
        if (key.startsWith("iop-uds")) {
            return text.contains("laboratory");
        }
        if (key.startsWith("iop-grp")) {
            return groupSession;
        }
        return !(groupSession && List.of("iop-enc-4", "iop-enc-5", "iop-enc-6").contains(key));
    }

    private static boolean holds(IBaseResource resource, String path) {
        List<IBase> result = FHIR.newFhirPath().evaluate(resource, path, IBase.class);
        return result.size() == 1 && result.get(0) instanceof BooleanType truth && truth.booleanValue();
    }

    private String text(String name) {
        return referral.template(name).with(IDS).text();
    }

    private String transaction(String name) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + text(name) + "]}";
    }

    private static String dimensions() {
        return Stream.of("1", "2", "3", "4", "5", "6")
                .map(number -> Template.named("asam-dimension.json")
                        .with("dimension", number)
                        .with("rating", "1")
                        .text())
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
    }

    private static IBaseResource parse(String text) {
        IParser parser = FHIR.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
        return parser.parseResource(text);
    }
}
